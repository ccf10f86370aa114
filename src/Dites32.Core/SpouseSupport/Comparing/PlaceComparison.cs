namespace Dites32.Core.SpouseSupport;

/// <summary>Two places that a partner weighs against each other (comparaison): the posts there are looked up each time it is read.</summary>
internal sealed class PlaceComparison
{
    public const int Most = 10, MaxWordsLength = 1000;

    private PlaceComparison() { }

    /// <summary>Drawn by the form: sent twice, it is one comparison.</summary>
    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }

    /// <summary>The INSEE codes of the two communes.</summary>
    public string First { get; private init; } = "";
    public string Second { get; private init; } = "";

    /// <summary>Of the doctor, so that only their posts are shown; null for all.</summary>
    public string? SpecialtyCode { get; private init; }

    /// <summary>What the partner thinks of it, which the doctor reads if it is shared.</summary>
    public string? Words { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Null: the doctor does not see it.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    public static PlaceComparison Of(Guid id, Guid caseId, string first, string second, string? specialtyCode, string? words, DateTimeOffset now) => new()
    {
        Id = id,
        CaseId = caseId,
        First = first,
        Second = second,
        SpecialtyCode = specialtyCode,
        Words = words,
        CreatedAt = now,
    };

    public void Share(DateTimeOffset now) => SharedAt ??= now;

    public void Withhold() => SharedAt = null;
}
