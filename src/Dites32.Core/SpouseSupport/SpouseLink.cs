using System.Text.Json;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>What a mailed link is for: it says how long it lives.</summary>
internal enum SpouseLinkKind { Confirmation, Invitation, SignIn }

/// <summary>A link of Dites32 à 2 (256 random bits, of which the hash is kept). It opens the partner's space once.</summary>
internal sealed class SpouseLink
{
    private SpouseLink() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CaseId { get; private init; }
    public SpouseLinkKind Kind { get; private init; }
    public byte[] SecretHash { get; private init; } = [];
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>
    /// What was typed in the public form with the address of somebody who was invited, as JSON: nobody reads it before the
    /// mailbox has answered. Gone once the link has served or is too old.
    /// </summary>
    public string? Form { get; private set; }

    public SpouseForm? WaitingForm => Form is null ? null : JsonSerializer.Deserialize<SpouseForm>(Form);

    public static (SpouseLink Link, string Secret) To(Guid caseId, SpouseLinkKind kind, DateTimeOffset now)
    {
        var secret = Secret.Draw();
        return (new SpouseLink { CaseId = caseId, Kind = kind, SecretHash = Secret.Hash(secret), ExpiresAt = now + LifeOf(kind) }, secret);
    }

    public void Hold(SpouseForm form) => Form = JsonSerializer.Serialize(form);

    public bool IsAliveAt(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => (UsedAt, Form) = (now, null);

    private static TimeSpan LifeOf(SpouseLinkKind kind) => kind switch
    {
        SpouseLinkKind.Confirmation => TimeSpan.FromDays(7),
        SpouseLinkKind.Invitation => TimeSpan.FromDays(14),
        SpouseLinkKind.SignIn => TimeSpan.FromMinutes(30),
    };
}
