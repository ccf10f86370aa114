namespace Dites32.Core.Accounts.External;

/// <summary>
/// Who another service says that somebody is. The portal makes one of an answer that it has verified, never of what a form
/// holds. Issuer and subject together name the person there, for good; a name or an address does not.
/// </summary>
/// <param name="Service">« Pro Santé Connect », as people read it.</param>
public sealed record ExternalIdentity(string Service, string Issuer, string Subject)
{
    public const int MaxLength = 255;

    /// <summary>11 digits, from a service that the portal believes about it.</summary>
    public string? Rpps { get; init; }

    /// <summary>When the person showed who they are there, if the service says so: perhaps hours ago, as it keeps sessions of its own.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>For what asks for a fresh proof. A service that does not say when has given none.</summary>
    internal DateTimeOffset ProvedAt(DateTimeOffset now) => AuthenticatedAt is { } at && at < now ? at : AuthenticatedAt is null ? now - LongAgo : now;

    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);
}
