namespace Dites32.Core.Privacy.Retention;

/// <summary>Whether a rule erases (réelle), or only says what it would erase (à blanc). Without a row it says only.</summary>
internal sealed class RetentionState
{
    private RetentionState() { }

    public RetentionState(RetentionRule rule) => Rule = rule;

    public RetentionRule Rule { get; private init; }

    /// <summary>Null: it only reports.</summary>
    public DateTimeOffset? RealSince { get; private set; }

    /// <summary>By which the audit trail names a rule.</summary>
    public static Guid IdOf(RetentionRule rule) => new($"32320000-0000-7000-8001-{(int)rule:D12}");

    public void Switch(bool isReal, DateTimeOffset now) => RealSince = isReal ? RealSince ?? now : null;
}
