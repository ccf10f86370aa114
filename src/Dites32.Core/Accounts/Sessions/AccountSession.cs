namespace Dites32.Core.Accounts.Sessions;

public enum SessionProof { Password, EmailLink, Code, Passkey, Service }

public static class SessionProofLabels
{
    public static string Label(this SessionProof proof) => proof switch
    {
        SessionProof.Password => "mot de passe",
        SessionProof.EmailLink => "lien reçu par courriel",
        SessionProof.Code => "code",
        SessionProof.Passkey => "clé d'accès",
        SessionProof.Service => "autre service",
    };
}

/// <summary>
/// A browser in which somebody is signed in (session). Its row decides, at each request: the cookie only names it. So a
/// session that was ended, here or by another instance, is over for every request that comes after.
/// </summary>
internal sealed class AccountSession
{
    public const int MaxBrowserLength = 60;

    /// <summary>However busy it is, a session ends after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private AccountSession() { }

    /// <summary>Random, not ordered: it is what the cookie holds.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    /// <summary>Names it where its owner sees it.</summary>
    public Guid PublicId { get; private init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private init; }
    public SessionProof Proof { get; private set; }

    /// <summary>When the person last showed who they are, for what asks for a fresh proof.</summary>
    public DateTimeOffset ProvedAt { get; private set; }
    public string? Browser { get; private init; }
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset SeenAt { get; private init; }
    public DateTimeOffset IdleEndsAt { get; private init; }
    public DateTimeOffset EndsAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="provedAt">When the person showed who they are, if that was not just now.</param>
    public static AccountSession Open(Account account, SessionProof proof, string? browser, DateTimeOffset now, DateTimeOffset? provedAt = null) => new()
    {
        AccountId = account.Id,
        Proof = proof,
        ProvedAt = provedAt ?? now,
        Browser = browser?[..Math.Min(browser.Length, MaxBrowserLength)],
        OpenedAt = now,
        SeenAt = now,
        IdleEndsAt = now + IdleLimit(proof.IsStrong()),
        EndsAt = now + Longest,
    };

    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>The person has shown again who they are, at least as well as when they came.</summary>
    public void Prove(SessionProof proof, DateTimeOffset now) =>
        (Proof, ProvedAt) = (proof.IsStrong() || !Proof.IsStrong() ? proof : Proof, now);

    /// <summary>How long it may stay without a request: shorter where it opens other people's files.</summary>
    public static TimeSpan IdleLimit(bool isStrong) => TimeSpan.FromMinutes(isStrong ? 30 : 60);
}

internal static class SessionProofs
{
    /// <summary>
    /// What a role of the staff asks for: a password alone can be guessed, lent or stolen. Another service counts like a password,
    /// whatever it says of itself: the code of the portal comes on top.
    /// </summary>
    public static bool IsStrong(this SessionProof proof) => proof is SessionProof.Code or SessionProof.Passkey;
}
