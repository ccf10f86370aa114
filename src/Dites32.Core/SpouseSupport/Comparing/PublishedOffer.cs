namespace Dites32.Core.SpouseSupport;

/// <summary>
/// An offer to doctors as the public sees it: all that the role <c>spouse</c> may read of them, by a view (Sql/after/300-spouse.sql).
/// </summary>
internal sealed class PublishedOffer
{
    public int Number { get; private init; }
    public string Slug { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string SpecialtyCode { get; private init; } = "";

    /// <summary>Null for an anonymous offer, which shows its EPCI only.</summary>
    public string? InseeCode { get; private init; }
    public string EpciCode { get; private init; } = "";
    public DateOnly ClosesOn { get; private init; }
}
