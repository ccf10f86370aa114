namespace Dites32.Core.Candidates;

/// <summary>Where a person is on the way from student to practice (statut). One at a time.</summary>
public enum CandidateStatus
{
    Student, Intern, JuniorDoctor, LocumWithLicence, Locum, Adjunct, Collaborator, LiberalAssistant, Established, Employed, ActiveRetiree,
    ForeignTrained, OtherProfession,
}

public static class CandidateStatuses
{
    public static readonly IReadOnlyList<CandidateStatus> All = Enum.GetValues<CandidateStatus>();

    public static string Label(this CandidateStatus status) => status switch
    {
        CandidateStatus.Student => "Externe (deuxième cycle)",
        CandidateStatus.Intern => "Interne",
        CandidateStatus.JuniorDoctor => "Docteur junior",
        CandidateStatus.LocumWithLicence => "Remplaçant non thésé (licence de remplacement)",
        CandidateStatus.Locum => "Remplaçant thésé",
        CandidateStatus.Adjunct => "Médecin adjoint",
        CandidateStatus.Collaborator => "Collaborateur libéral",
        CandidateStatus.LiberalAssistant => "Assistant libéral",
        CandidateStatus.Established => "Médecin installé",
        CandidateStatus.Employed => "Médecin salarié",
        CandidateStatus.ActiveRetiree => "Médecin retraité actif",
        CandidateStatus.ForeignTrained => "Praticien à diplôme hors Union européenne",
        CandidateStatus.OtherProfession => "Autre métier (assistant, secrétaire, informatique…)",
    };
}
