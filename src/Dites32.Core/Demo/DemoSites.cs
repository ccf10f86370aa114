using Dites32.Core.Territory;

namespace Dites32.Core.Demo;

/// <summary>Fictitious places of work, in real communes. The centre départemental de santé and its sites are real and already there.</summary>
internal static class DemoSites
{
    public const string Mirande = "Maison de santé des Bastides (démonstration)";
    public const string Condom = "Cabinet du Cloître (démonstration)";
    public const string Lectoure = "Cabinet des Remparts (démonstration)";
    public const string Auch = "Clinique de la Gravière (démonstration)";
    public const string Nogaro = "Résidence des Palombes (démonstration)";
    public const string Samatan = "Cabinet de la Halle (démonstration)";

    public static IReadOnlyList<(Organisation Organisation, Site Site)> Create(DateTimeOffset now) =>
    [
        Of(Mirande, OrganisationKind.Association, StructureKind.HealthHouse, "32256", now),
        Of(Condom, OrganisationKind.Practice, StructureKind.GroupPractice, "32107", now),
        Of(Lectoure, OrganisationKind.Practice, StructureKind.SoloPractice, "32208", now),
        Of(Auch, OrganisationKind.HealthInstitution, StructureKind.Clinic, "32013", now),
        Of(Nogaro, OrganisationKind.HealthInstitution, StructureKind.NursingHome, "32296", now),
        Of(Samatan, OrganisationKind.Practice, StructureKind.GroupPractice, "32410", now),
    ];

    private static (Organisation, Site) Of(string name, OrganisationKind organisationKind, StructureKind kind, string inseeCode, DateTimeOffset now)
    {
        var organisation = Organisation.Create(name, organisationKind, isPublicEmployer: false, siret: null).Value;
        var site = Site.Create(organisation.Id, kind, name, inseeCode).Value;
        site.Trust(now);
        return (organisation, site);
    }
}
