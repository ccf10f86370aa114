using Dites32.Core.Territory;

namespace Dites32.Tests.Authorization;

internal static class TerritorySamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new AddOrganisation(Guid.NewGuid(), "Association des Collines", OrganisationKind.Association, false, null));
        samples.Add(c => new AddSite(Guid.NewGuid(), c.About.OrganisationId, StructureKind.HealthCentre, "Centre des Collines", "Auch (32000)", null, null, SiteStatus.Open));
        samples.Add(c => new AddSiteMember(c.About.SiteId, $"{Actors.CandidateA}@example.org"));
        samples.Add(c => new ChangeSiteStatus(c.About.SiteId, SiteStatus.Closed));
        samples.Add(c => new CorrectSite(c.About.SiteId, c.Ground.VersionOf(c.About.SiteId), StructureKind.HealthCentre, "Centre des Vallons", "Auch (32000)", null, null));
        samples.Add(_ => new GetCatalogue());
        samples.Add(_ => new GetSiteChoices());
        samples.Add(c => new GetSiteToCorrect(c.About.SiteId));
        samples.Add(_ => new GetTerritoryMap());
        samples.Add(_ => new ListMySites());
        samples.Add(_ => new ListStructures(1));
        samples.Add(c => new RemoveSiteMember(c.About.SiteId, c.About.DeputyId));
        samples.Add(c => new ViewSite(c.About.SiteId));
    }
}
