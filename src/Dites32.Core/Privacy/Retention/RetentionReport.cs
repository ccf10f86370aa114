namespace Dites32.Core.Privacy.Retention;

/// <summary>What a rule saw and did on one night: numbers only.</summary>
internal sealed class RetentionReport
{
    private RetentionReport() { }

    public RetentionReport(RetentionRule rule, DateOnly day) => (Rule, Day) = (rule, day);

    public RetentionRule Rule { get; private init; }
    public DateOnly Day { get; private init; }
    public bool IsReal { get; private set; }

    /// <summary>Whose term is over, and who has to be told, when the night began.</summary>
    public int OverCount { get; private set; }
    public int ToAnnounceCount { get; private set; }

    public int AnnouncedCount { get; private set; }
    public int ErasedCount { get; private set; }

    /// <summary>Code of the error that kept the rule from running.</summary>
    public string? Refusal { get; private set; }

    public void Refuse(string code) => Refusal = code;

    public void Saw(int over, int toAnnounce) => (OverCount, ToAnnounceCount, Refusal) = (over, toAnnounce, null);

    public void Did(int announced, int erased)
    {
        IsReal = true;
        AnnouncedCount += announced;
        ErasedCount += erased;
    }
}
