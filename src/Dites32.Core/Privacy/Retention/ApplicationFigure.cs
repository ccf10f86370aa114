using Dites32.Core.Offers;

namespace Dites32.Core.Privacy.Retention;

/// <summary>How many applications of one month ended in one way, of those of which nothing else is left.</summary>
internal sealed class ApplicationFigure
{
    /// <summary>Fewer than this might lead to somebody: shown as « moins de 5 ».</summary>
    public const int Fewest = 5;

    private ApplicationFigure() { }

    /// <summary>The first day of the month in which they were sent, in France.</summary>
    public DateOnly Month { get; private init; }
    public StageCategory Outcome { get; private init; }
    public int Count { get; private init; }
}
