namespace Dites32.Core.SpouseSupport;

/// <summary>How a reading of France Travail went.</summary>
public enum ReadingOutcome { Complete, Partial, Refused, Busy, Unreachable, Unreadable }

public static class ReadingOutcomes
{
    public static string Label(this ReadingOutcome outcome) => outcome switch
    {
        ReadingOutcome.Complete => "Tout a été lu.",
        ReadingOutcome.Partial => "La liste a changé pendant la lecture\u00a0: les offres lues sont prises, aucune n'est fermée.",
        ReadingOutcome.Refused => "France Travail a refusé notre demande\u00a0: l'identifiant, le secret ou l'habilitation du portail sont à vérifier.",
        ReadingOutcome.Busy => "France Travail nous a demandé d'attendre.",
        ReadingOutcome.Unreachable => "France Travail n'a pas répondu.",
        ReadingOutcome.Unreadable => "La réponse de France Travail n'était pas lisible\u00a0: l'adresse ou le format du service a peut-être changé.",
    };

    /// <summary>Whether offers were taken.</summary>
    public static bool HasRead(this ReadingOutcome outcome) => outcome is ReadingOutcome.Complete or ReadingOutcome.Partial;
}

/// <summary>One reading of the offers of France Travail (lecture): numbers only.</summary>
internal sealed class FranceTravailReading
{
    private FranceTravailReading() { }

    public FranceTravailReading(ReadingOutcome outcome, DateTimeOffset at, DateTimeOffset? notBefore) => (Outcome, At, NotBefore) = (outcome, at, notBefore);

    public long Id { get; private init; }
    public DateTimeOffset At { get; private init; }
    public ReadingOutcome Outcome { get; private init; }

    /// <summary>Offers that were taken, new or known.</summary>
    public int Taken { get; private set; }
    public int Added { get; private set; }
    public int Closed { get; private set; }

    /// <summary>Left out: their commune or their contract is none that the portal knows.</summary>
    public int Skipped { get; private set; }

    /// <summary>Until when France Travail wants to be left in peace.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    public void Counted(int taken, int added, int closed, int skipped) => (Taken, Added, Closed, Skipped) = (taken, added, closed, skipped);
}
