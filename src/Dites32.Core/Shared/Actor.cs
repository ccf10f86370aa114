namespace Dites32.Core.Shared;

public enum ActorKind { Anonymous, Account, LinkHolder, System, Spouse }

/// <summary>Who sends a request. Handlers take it by injection and never trust an id sent by a form.</summary>
public sealed record Actor
{
    private static readonly HashSet<Role> NoRole = [];

    private Actor(ActorKind kind) => Kind = kind;

    public ActorKind Kind { get; }
    public Guid? AccountId { get; private init; }
    public IReadOnlySet<Role> Roles { get; private init; } = NoRole;

    /// <summary>The personal links that the person has opened in this browser (<c>LinkHolder</c> only).</summary>
    public IReadOnlyList<Guid> LinkIds { get; private init; } = [];

    /// <summary>The session of somebody in the partners' space (<c>Spouse</c> only); their handlers look whether it is alive.</summary>
    public Guid? SpouseSessionId { get; private init; }

    /// <summary>The network address the request came from, for limits only; null for a job or a circuit.</summary>
    public string? Network { get; init; }

    /// <summary>« Firefox, Windows », so that people know their sessions again.</summary>
    public string? Browser { get; init; }

    /// <summary>The session that the request comes from; the gate looks whether it is alive, and which roles it opens.</summary>
    public Guid? SessionId { get; private init; }

    /// <summary>When the person last showed who they are; known once the gate has looked.</summary>
    public DateTimeOffset? ProvedAt { get; private init; }

    /// <summary>The session was opened by more than a password or a link; known once the gate has looked.</summary>
    public bool IsStrong { get; private init; }

    /// <summary>The session of the request is over: it goes on as a visitor's.</summary>
    public bool HasLostSession { get; private init; }

    public static Actor Anonymous { get; } = new(ActorKind.Anonymous);

    /// <summary>A background job.</summary>
    public static Actor System { get; } = new(ActorKind.System);

    public static Actor Account(Guid accountId, IEnumerable<Role> roles) =>
        new(ActorKind.Account) { AccountId = accountId, Roles = roles.ToHashSet() };

    /// <summary>The owner of a session, before the gate has looked.</summary>
    public static Actor InSession(Guid sessionId, Guid accountId) =>
        new(ActorKind.Account) { AccountId = accountId, SessionId = sessionId };

    /// <summary>Somebody in the partners' space: they have no account there, even where they are signed in elsewhere.</summary>
    public static Actor Spouse(Guid sessionId) => new(ActorKind.Spouse) { SpouseSessionId = sessionId };

    internal Actor Admitted(IEnumerable<Role> roles, bool isStrong, DateTimeOffset provedAt) =>
        this with { Roles = roles.ToHashSet(), IsStrong = isStrong, ProvedAt = provedAt };

    internal Actor AfterSession() => new Actor(LinkIds.Count > 0 ? ActorKind.LinkHolder : ActorKind.Anonymous)
    {
        LinkIds = LinkIds,
        Network = Network,
        Browser = Browser,
        HasLostSession = true,
    };

    /// <summary>Someone without account who has opened personal links; they may also be signed in.</summary>
    public Actor Holding(IReadOnlyList<Guid> linkIds) =>
        linkIds.Count == 0
            ? this
            : new(Kind == ActorKind.Account ? ActorKind.Account : ActorKind.LinkHolder)
            {
                AccountId = AccountId,
                Roles = Roles,
                SessionId = SessionId,
                LinkIds = linkIds,
                Network = Network,
                Browser = Browser,
            };

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The account of an actor that the role check has already let through.</summary>
    public Guid RequiredAccountId => AccountId ?? throw new InvalidOperationException("The actor has no account.");
}

/// <summary>The roles that may send a request. Every request has one of the six <c>Allow…</c> attributes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowRolesAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowEveryoneAttribute : Attribute;

/// <summary>For whoever is signed in, about their own account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAccountsAttribute : Attribute;

/// <summary>For whoever has opened a personal link or is signed in; the handler checks that this very row is theirs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowLinkHolderAttribute : Attribute;

/// <summary>For whoever is in the partners' space; the handler checks that the session is alive, and opens its own file only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowSpouseAttribute : Attribute;

/// <summary>
/// Besides, the person must have shown who they are a few minutes ago: a browser left open is not enough for what cannot
/// be undone. Sessions only: a job and a personal link have nothing to show.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsFreshProofAttribute : Attribute
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
}

/// <summary>For background jobs only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowSystemAttribute : Attribute;
