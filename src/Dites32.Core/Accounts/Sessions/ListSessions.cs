using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>Where one's account is signed in at this moment, the last seen first.</summary>
[AllowAccounts]
public sealed record ListMySessions : IQuery<Result<IReadOnlyList<SessionSummary>>>;

/// <summary>Where somebody's account is signed in at this moment.</summary>
[AllowRoles(Role.Administrator)]
public sealed record ListSessionsOf(Guid AccountId) : IQuery<Result<IReadOnlyList<SessionSummary>>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.ManagingAccounts;
}

/// <param name="IsThisOne">The session that asks.</param>
public sealed record SessionSummary(
    Guid PublicId, SessionProof Proof, string? Browser, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, bool IsThisOne);

internal sealed class ListSessionsHandler(AppDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<ListMySessions, Result<IReadOnlyList<SessionSummary>>>, IRequestHandler<ListSessionsOf, Result<IReadOnlyList<SessionSummary>>>
{
    public Task<Result<IReadOnlyList<SessionSummary>>> Handle(ListMySessions request, CancellationToken cancellationToken) =>
        ListAsync(actor.RequiredAccountId, cancellationToken);

    public Task<Result<IReadOnlyList<SessionSummary>>> Handle(ListSessionsOf request, CancellationToken cancellationToken) =>
        ListAsync(request.AccountId, cancellationToken);

    private async Task<Result<IReadOnlyList<SessionSummary>>> ListAsync(Guid accountId, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<SessionSummary>>.Success(await db.SessionsAliveAt(clock.GetUtcNow()).Where(s => s.AccountId == accountId)
            .OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id)
            .Select(s => new SessionSummary(s.PublicId, s.Proof, s.Browser, s.OpenedAt, s.SeenAt, s.Id == actor.SessionId))
            .ToListAsync(cancellationToken));
}
