namespace Dites32.Core.Offers;

/// <summary>Days of a replacement, both included.</summary>
public sealed record DateRange(DateOnly From, DateOnly To)
{
    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;
}
