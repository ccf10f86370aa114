using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>
/// The personal link of a draft or of an application (256 random bits, of which the hash is kept). It lives as long as
/// what it opens, unless revoked. Opening it changes nothing: a cookie remembers its id, and a POST acts.
/// </summary>
internal sealed class PersonalLink
{
    private PersonalLink() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid? DraftId { get; private init; }
    public Guid? ApplicationId { get; private init; }
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>It went to the mailbox: whoever holds it has read that mailbox.</summary>
    public bool WasMailed { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static (PersonalLink Link, string Secret) ToDraft(Guid draftId, bool mailed, DateTimeOffset now) => New(draftId, null, mailed, now);

    public static (PersonalLink Link, string Secret) ToApplication(Guid applicationId, DateTimeOffset now) => New(null, applicationId, true, now);

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    private static (PersonalLink, string) New(Guid? draftId, Guid? applicationId, bool mailed, DateTimeOffset now)
    {
        var secret = Secret.Draw();
        return (new PersonalLink
        {
            DraftId = draftId,
            ApplicationId = applicationId,
            SecretHash = Shared.Secret.Hash(secret),
            WasMailed = mailed,
            CreatedAt = now,
        }, secret);
    }
}
