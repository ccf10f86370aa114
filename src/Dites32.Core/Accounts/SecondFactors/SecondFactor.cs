namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>The application that shows somebody's codes (double authentification): what it shares with the portal, encrypted.</summary>
internal sealed class SecondFactor
{
    private SecondFactor() { }

    public Guid AccountId { get; private init; }
    public string ProtectedSecret { get; private set; } = "";

    /// <summary>The half-minute of the last code that was accepted: a code serves once, and none before it serves after it.</summary>
    public long LastStep { get; private set; }
    public DateTimeOffset ActivatedAt { get; private set; }

    public static SecondFactor For(Guid accountId, string protectedSecret, long lastStep, DateTimeOffset now) => new()
    {
        AccountId = accountId,
        ProtectedSecret = protectedSecret,
        LastStep = lastStep,
        ActivatedAt = now,
    };

    /// <summary>Another telephone.</summary>
    public void Replace(string protectedSecret, long lastStep, DateTimeOffset now) =>
        (ProtectedSecret, LastStep, ActivatedAt) = (protectedSecret, lastStep, now);
}
