using Dites32.Core.Shared;

namespace Dites32.Core.Territory;

public enum OrganisationKind { Department, Municipality, Intercommunality, HealthInstitution, Practice, Association, Other }

public static class OrganisationKindLabels
{
    public static string Label(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => "Département",
        OrganisationKind.Municipality => "Commune",
        OrganisationKind.Intercommunality => "Intercommunalité",
        OrganisationKind.HealthInstitution => "Établissement de santé",
        OrganisationKind.Practice => "Cabinet ou société de médecins",
        OrganisationKind.Association => "Association",
        OrganisationKind.Other => "Autre",
    };
}

/// <summary>Who employs or associates: one organisation holds one or several sites.</summary>
internal sealed class Organisation
{
    public const int MaxNameLength = 160;
    public const int SiretLength = 14;

    private Organisation() { }

    public Guid Id { get; private init; }
    public Guid? SubmissionId { get; private init; }
    public string Name { get; private set; } = "";
    public string? Siret { get; private set; }

    /// <summary>A public employer has duties of its own: a vacant post is declared and advertised before recruiting.</summary>
    public bool IsPublicEmployer { get; private set; }
    public OrganisationKind Kind { get; private set; }

    /// <param name="siret">Fourteen digits; spaces are left out, an empty text means that it is not known.</param>
    public static Result<Organisation> Create(
        string name, OrganisationKind kind, bool isPublicEmployer, string? siret, Guid? submissionId = null)
    {
        var digits = siret is null ? "" : string.Concat(siret.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length > 0 && (digits.Length != SiretLength || !digits.All(char.IsAsciiDigit)))
        {
            return TerritoryErrors.WrongSiret;
        }

        return new Organisation
        {
            Id = Guid.CreateVersion7(),
            SubmissionId = submissionId,
            Name = name.Trim(),
            Kind = kind,
            IsPublicEmployer = isPublicEmployer,
            Siret = digits.Length > 0 ? digits : null,
        };
    }
}
