namespace Dites32.Core.Offers;

public enum OfferKind
{
    LiberalCreation,
    LiberalTakeover,
    LiberalAssociation,
    Collaboration,
    Assistantship,
    HealthCentrePost,
    HospitalPost,
    NursingHomePost,
    OneOffReplacement,
    RegularReplacement,
    Adjunct,
    SolidaritySession,
    OnCallRegulation,
    MedicalAssistant,
    MedicalSecretary,
    ItOfficer,
}

public enum OfferFamily { Liberal, Salaried, Replacement, Session, Staff }

public static class OfferKinds
{
    public static readonly IReadOnlyList<OfferKind> All = Enum.GetValues<OfferKind>();

    public static string Label(this OfferKind kind) => kind switch
    {
        OfferKind.LiberalCreation => "Installation libérale\u00a0: création",
        OfferKind.LiberalTakeover => "Installation libérale\u00a0: reprise",
        OfferKind.LiberalAssociation => "Installation libérale\u00a0: association",
        OfferKind.Collaboration => "Collaboration libérale",
        OfferKind.Assistantship => "Assistanat libéral",
        OfferKind.HealthCentrePost => "Poste salarié en centre de santé",
        OfferKind.HospitalPost => "Poste hospitalier",
        OfferKind.NursingHomePost => "Médecin coordonnateur en EHPAD",
        OfferKind.OneOffReplacement => "Remplacement ponctuel",
        OfferKind.RegularReplacement => "Remplacement régulier",
        OfferKind.Adjunct => "Médecin adjoint",
        OfferKind.SolidaritySession => "Vacations de solidarité",
        OfferKind.OnCallRegulation => "Régulation et permanence des soins",
        OfferKind.MedicalAssistant => "Assistant médical",
        OfferKind.MedicalSecretary => "Secrétaire médical",
        OfferKind.ItOfficer => "Informaticien",
    };

    public static OfferFamily Family(this OfferKind kind) => kind switch
    {
        OfferKind.LiberalCreation or OfferKind.LiberalTakeover or OfferKind.LiberalAssociation
            or OfferKind.Collaboration or OfferKind.Assistantship => OfferFamily.Liberal,
        OfferKind.HealthCentrePost or OfferKind.HospitalPost or OfferKind.NursingHomePost => OfferFamily.Salaried,
        OfferKind.OneOffReplacement or OfferKind.RegularReplacement or OfferKind.Adjunct => OfferFamily.Replacement,
        OfferKind.SolidaritySession or OfferKind.OnCallRegulation => OfferFamily.Session,
        OfferKind.MedicalAssistant or OfferKind.MedicalSecretary or OfferKind.ItOfficer => OfferFamily.Staff,
    };

    public static string Label(this OfferFamily family) => family switch
    {
        OfferFamily.Liberal => "Exercice libéral",
        OfferFamily.Salaried => "Salariat",
        OfferFamily.Replacement => "Remplacement",
        OfferFamily.Session => "Vacations et régulation",
        OfferFamily.Staff => "Autres métiers des centres de santé",
    };

    /// <summary>A post for a doctor or an intern: it names a specialty.</summary>
    public static bool IsForDoctors(this OfferKind kind) => kind.Family() != OfferFamily.Staff;

    /// <summary>A post with an employer: the only ones that carry a schema.org JobPosting.</summary>
    public static bool IsEmployment(this OfferKind kind) => kind.Family() is OfferFamily.Salaried or OfferFamily.Staff;

    /// <summary>A replacement is offered for given dates.</summary>
    public static bool HasDateRanges(this OfferKind kind) => kind is OfferKind.OneOffReplacement or OfferKind.RegularReplacement;
}
