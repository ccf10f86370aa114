namespace Dites32.Core.Accounts;

/// <summary>How often an address was tried from a network, or from all of them; both known by a hash only.</summary>
internal sealed class SignInThrottle
{
    private SignInThrottle() { }

    public byte[] Subject { get; private init; } = [];
    public int Tries { get; private init; }
    public DateTimeOffset Since { get; private init; }
    public DateTimeOffset LastAt { get; private init; }
    public DateTimeOffset? PausedUntil { get; private init; }

    /// <summary>The owner has signed in from there: guesses from elsewhere do not slow them down.</summary>
    public DateTimeOffset? TrustedUntil { get; private init; }
}
