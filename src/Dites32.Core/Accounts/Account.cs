using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>A person who can sign in. What the person does (candidate, recruiter…) lives in its own feature.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int MaxDisplayNameLength = 120;

    private Account() { }

    /// <summary>« Dr Claire Dupouy »: shown to colleagues, and to candidates when this person is their contact.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Since when an administrator has closed it; nobody signs in, no session and no link is valid.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>The person's RPPS number, once somebody whom the portal believes has confirmed it; what the person typed is not kept here.</summary>
    public string? Rpps { get; private set; }
    public DateTimeOffset? RppsVerifiedAt { get; private set; }
    public RppsSource? RppsVerifiedBy { get; private set; }

    /// <summary>Somebody says that this is their address; only the link in the mail shows it.</summary>
    internal static Account Registered(string email, string displayName, string passwordHash) =>
        Of(email, displayName, passwordHash, isConfirmed: false);

    /// <summary>Stands for the account that an address does not have, so that it takes the same way.</summary>
    internal static Account Nobody(string email) => Of(email, "", passwordHash: null, isConfirmed: false);

    /// <summary>A colleague, who chooses the password by the link in the mail.</summary>
    internal static Account Invited(string email, string displayName) => Of(email, displayName, passwordHash: null, isConfirmed: false);

    internal static Account Confirmed(string email, string displayName, string? passwordHash) =>
        Of(email, displayName, passwordHash, isConfirmed: true);

    /// <summary>The address was registered again before it was confirmed: the earlier links end, so that a link confirms what it was sent for.</summary>
    internal void RegisterAgain(string displayName, string passwordHash)
    {
        DisplayName = displayName;
        PasswordHash = passwordHash;
        EndLinks();
    }

    internal void Confirm()
    {
        EmailConfirmed = true;
        EndLinks();
    }

    /// <summary>Whoever sets a password by a link has shown that the mailbox is theirs.</summary>
    internal void ResetPassword(string passwordHash)
    {
        EmailConfirmed = true;
        ChangePassword(passwordHash);
    }

    internal void ChangePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        EndLinks();
    }

    /// <summary>
    /// Whoever opened a link sent there and signed in elsewhere has shown that the mailbox is theirs: the password that somebody
    /// had chosen for it before, and never confirmed, opens nothing.
    /// </summary>
    internal void ConfirmWithoutPassword(string displayName)
    {
        DisplayName = displayName;
        PasswordHash = null;
        Confirm();
    }

    internal void ConfirmRpps(string rpps, RppsSource source, DateTimeOffset now) => (Rpps, RppsVerifiedBy, RppsVerifiedAt) = (rpps, source, now);

    /// <summary>The same password, hashed as it is done today.</summary>
    internal void Rehash(string passwordHash) => PasswordHash = passwordHash;

    internal void Disable(DateTimeOffset now)
    {
        DisabledAt ??= now;
        EndLinks();
    }

    internal void Enable()
    {
        DisabledAt = null;
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>Whoever opens a link sent there has shown that the new mailbox is theirs.</summary>
    internal void ChangeEmail(string email)
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (KeyOf(email), KeyOf(email));
        EmailConfirmed = true;
        EndLinks();
    }

    internal void Rename(string displayName)
    {
        DisplayName = displayName;
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>The security stamp is in every link that was sent: a new one ends them all.</summary>
    internal void EndLinks()
    {
        SecurityStamp = NewStamp();
        ConcurrencyStamp = NewStamp();
    }

    internal static string KeyOf(string email) => email.ToUpperInvariant();

    private static Account Of(string email, string displayName, string? passwordHash, bool isConfirmed) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = email,
        NormalizedUserName = KeyOf(email),
        Email = email,
        NormalizedEmail = KeyOf(email),
        EmailConfirmed = isConfirmed,
        DisplayName = displayName,
        PasswordHash = passwordHash,
        SecurityStamp = NewStamp(),
    };

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
