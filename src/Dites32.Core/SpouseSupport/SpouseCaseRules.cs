using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>From which state to which (étape → étape), and what is proposed as the next step of each.</summary>
public static class SpouseCaseRules
{
    private static readonly SpouseCaseState[] UnderWay =
    [
        SpouseCaseState.Interview, SpouseCaseState.Project, SpouseCaseState.Partners, SpouseCaseState.Leads, SpouseCaseState.Applications,
    ];

    private static readonly SpouseCaseState[] Ends = [SpouseCaseState.InPost, SpouseCaseState.BusinessCreated, SpouseCaseState.Paused, SpouseCaseState.Closed];

    /// <summary>
    /// Nobody but the person goes from the contact to their consent. From there the caseworker goes forth and back as life
    /// does; a file that is over opens again.
    /// </summary>
    public static IReadOnlyList<SpouseCaseState> MovesFrom(SpouseCaseState state) => state switch
    {
        SpouseCaseState.Contact => [SpouseCaseState.Closed],
        SpouseCaseState.Consent => [SpouseCaseState.Interview, SpouseCaseState.Paused, SpouseCaseState.Closed],
        SpouseCaseState.Closed => UnderWay,
        _ => [.. UnderWay.Concat(Ends).Where(to => to != state)],
    };

    /// <summary>A closed file waits for nothing; every other says what comes next, and when.</summary>
    public static bool NeedsNextStep(SpouseCaseState state) => state != SpouseCaseState.Closed;

    /// <summary>Calendar days since the day of the next step; 0 when it is not over, or there is none.</summary>
    public static int DaysLate(DateOnly? nextStepOn, DateOnly today) => nextStepOn < today ? today.DayNumber - nextStepOn.Value.DayNumber : 0;

    /// <summary>What usually comes next.</summary>
    public static (string Text, DateOnly On) UsualStep(SpouseCaseState state, DateOnly today) => state switch
    {
        SpouseCaseState.Contact => ("Relancer si l'accord n'est pas venu", WorkingDays.Add(today, 5)),
        SpouseCaseState.Consent => ("Premier appel", WorkingDays.Add(today, 3)),
        SpouseCaseState.Interview => ("Tenir l'entretien", WorkingDays.Add(today, 10)),
        SpouseCaseState.Project => ("Écrire le projet ensemble", WorkingDays.Add(today, 10)),
        SpouseCaseState.Partners => ("Demander aux partenaires où ils en sont", WorkingDays.Add(today, 10)),
        SpouseCaseState.Leads => ("Proposer de nouvelles pistes", WorkingDays.Add(today, 10)),
        SpouseCaseState.Applications => ("Demander où en sont les candidatures", WorkingDays.Add(today, 10)),
        SpouseCaseState.InPost or SpouseCaseState.BusinessCreated => ("Prendre des nouvelles à 3 mois", today.AddMonths(3)),
        SpouseCaseState.Paused => ("Reprendre contact", today.AddMonths(3)),
        SpouseCaseState.Closed => ("", today),
    };
}
