namespace Dites32.Core.Candidates;

/// <summary>
/// What a person agrees to who joins the pool (vivier): the law asks for a box that is not ticked beforehand, and for a proof
/// of which words were agreed to. Other words are another version.
/// </summary>
public static class PoolConsent
{
    public static readonly DateOnly TextVersion = new(2026, 11, 28);

    /// <summary>The longest time that the text promises.</summary>
    public const int MaxMonths = 24;

    public const string Text =
        "Gardez ma candidature dans le vivier, deux ans au plus après notre dernier contact, pour me proposer d'autres postes dans le Gers. Je peux changer d'avis à tout moment.";
}
