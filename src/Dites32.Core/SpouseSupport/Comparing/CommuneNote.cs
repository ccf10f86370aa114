namespace Dites32.Core.SpouseSupport;

/// <summary>What caseworkers know of a commune's schools and housing (note de commune), dated and signed.</summary>
internal sealed class CommuneNote
{
    public const int MaxLength = 1000;

    private CommuneNote() { }

    public CommuneNote(string inseeCode) => InseeCode = inseeCode;

    public string InseeCode { get; private init; } = "";
    public string? Schools { get; private set; }
    public string? Housing { get; private set; }
    public Guid WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    public void Write(string? schools, string? housing, Guid authorId, DateTimeOffset now) =>
        (Schools, Housing, WrittenById, WrittenAt) = (schools, housing, authorId, now);
}
