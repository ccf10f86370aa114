using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

/// <summary>
/// One row per command that changed something and per reading of a personal file (trace). It holds ids and codes only,
/// never what a person typed, so that an erasure has nothing to rewrite here.
/// </summary>
internal sealed class AuditEntry
{
    private AuditEntry() { }

    public long Id { get; private init; }

    /// <summary>When it was written, by the clock of the database.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>An <see cref="Shared.ActorKind"/>, as the other codes: text, so that one of another version is read as it is.</summary>
    public string ActorKind { get; private init; } = "";
    public Guid? AccountId { get; private init; }
    public Guid? LinkId { get; private init; }
    public string Action { get; private init; } = "";
    public string? SubjectKind { get; private init; }
    public Guid? SubjectId { get; private init; }

    /// <summary>Of a reading.</summary>
    public string? Purpose { get; private init; }

    public static AuditEntry Of(Actor actor, object request) => Of(actor, request, (request as IAbout)?.Subject);

    public static AuditEntry Of(Actor actor, object request, Subject? subject) => new()
    {
        ActorKind = actor.Kind.ToString(),
        AccountId = actor.AccountId,
        LinkId = actor.SpouseSessionId ?? (actor.LinkIds.Count > 0 ? actor.LinkIds[0] : null),
        Action = request.GetType().Name,
        SubjectKind = subject?.Kind.ToString(),
        SubjectId = subject?.Id,
        Purpose = (request as IReadsFile)?.Purpose.ToString(),
    };
}
