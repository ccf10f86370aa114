using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

/// <summary>An entry of the trail, to be read. Codes of another version of the portal stay as they are.</summary>
/// <param name="AccountName">As the account is called now; null once it is gone.</param>
public sealed record Trace(
    long Id, DateTimeOffset At, string ActorKind, Guid? AccountId, string? AccountName, Guid? LinkId, string Action, string? SubjectKind, Guid? SubjectId, string? Purpose)
{
    public string Who => ActorKind switch
    {
        nameof(Shared.ActorKind.Account) => AccountName ?? "compte effacé",
        nameof(Shared.ActorKind.LinkHolder) => "personne par lien personnel",
        nameof(Shared.ActorKind.Anonymous) => "anonyme",
        nameof(Shared.ActorKind.System) => "le portail",
        _ => ActorKind,
    };

    /// <summary>The number under which <see cref="AuditSearch.Who"/> finds what they did; null for a visitor and for a job.</summary>
    public Guid? WhoId => AccountId ?? LinkId;

    public string ActionLabel => ActionLabels.Of(Action);

    public string? SubjectLabel => Subject?.Label() ?? SubjectKind;

    /// <summary>Null where there is none, or one of another version.</summary>
    public SubjectKind? Subject => Enum.TryParse<SubjectKind>(SubjectKind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public string? PurposeLabel => Enum.TryParse<ReadingPurpose>(Purpose, out var purpose) && Enum.IsDefined(purpose) ? purpose.Label() : Purpose;
}

internal static class TraceQueries
{
    /// <summary>The newest first, to the last tie.</summary>
    public static IQueryable<Trace> Newest(this IQueryable<AuditEntry> entries, AppDbContext db, int count) => entries
        .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(count)
        .Select(e => new Trace(
            e.Id, e.At, e.ActorKind, e.AccountId, db.Users.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
            e.LinkId, e.Action, e.SubjectKind, e.SubjectId, e.Purpose));
}
