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

    /// <summary>The states that a caseworker may choose: before the consent a file can only be closed, and then stays so.</summary>
    public static IReadOnlyList<SpouseCaseState> MovesOf(SpouseCaseState state, bool hasAgreed) =>
        hasAgreed ? MovesFrom(state) : state == SpouseCaseState.Closed ? [] : [SpouseCaseState.Closed];

    /// <summary>Whoever has found a post, or started a business, is asked for news at 3 and at 12 months.</summary>
    public static bool IsSettled(SpouseCaseState state) => state is SpouseCaseState.InPost or SpouseCaseState.BusinessCreated;

    public const string YearFollowUp = "Prendre des nouvelles à 12 mois";

    /// <summary>The day of the news at 12 months, on which somebody works.</summary>
    /// <param name="settledOn">On which the file entered its state.</param>
    public static DateOnly YearAfter(DateOnly settledOn) => WorkingDays.Add(settledOn.AddMonths(12).AddDays(-1), 1);

    /// <summary>The news at 12 months, proposed as the next step once the one before is due; null where it is not their time.</summary>
    public static FollowUp? FollowUpOf(SpouseCaseState state, DateOnly settledOn, DateOnly? nextStepOn, DateOnly today) =>
        IsSettled(state) && nextStepOn <= today && YearAfter(settledOn) is var on && on > today ? new FollowUp(YearFollowUp, on) : null;

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
