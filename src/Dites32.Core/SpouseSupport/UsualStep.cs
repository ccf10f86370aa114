namespace Dites32.Core.SpouseSupport;

/// <summary>What the caseworkers have written in the place of a usual next step (modèle d'étape).</summary>
internal sealed class UsualStep
{
    private UsualStep() { }

    public UsualStep(SpouseCaseState state, string text, int days) => (State, Text, Days) = (state, text, days);

    public SpouseCaseState State { get; private init; }
    public string Text { get; private set; } = "";

    /// <summary>Days of the calendar; a step never falls on a day without work.</summary>
    public int Days { get; private set; }

    public void Become(string text, int days) => (Text, Days) = (text, days);
}
