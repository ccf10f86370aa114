using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>Signs out: ends the session that asks. Without one it changes nothing.</summary>
[AllowEveryone]
public sealed record EndThisSession : ICommand<Result>;

/// <summary>Ends one of one's sessions, in another browser. Ended already, it stays so.</summary>
[AllowAccounts]
public sealed record EndMySession(Guid PublicId) : ICommand<Result>;

/// <summary>Ends all of one's sessions but this one.</summary>
[AllowAccounts]
public sealed record EndMyOtherSessions : ICommand<Result>;

/// <summary>Ends all sessions of an account: a lost telephone, a doubt. The person may sign in again.</summary>
[AllowRoles(Role.Administrator)]
public sealed record EndSessionsOf(Guid AccountId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class EndSessionsHandler(AppDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<EndThisSession, Result>, IRequestHandler<EndMySession, Result>,
      IRequestHandler<EndMyOtherSessions, Result>, IRequestHandler<EndSessionsOf, Result>
{
    public async Task<Result> Handle(EndThisSession request, CancellationToken cancellationToken)
    {
        if (actor.SessionId is { } id)
        {
            (await db.AccountSessions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken))?.End(clock.GetUtcNow());
        }

        return Result.Success;
    }

    public async Task<Result> Handle(EndMySession request, CancellationToken cancellationToken)
    {
        var session = await db.AccountSessions
            .SingleOrDefaultAsync(s => s.PublicId == request.PublicId && s.AccountId == actor.RequiredAccountId, cancellationToken);
        session?.End(clock.GetUtcNow());
        return session is null ? AccountErrors.SessionNotFound : Result.Success;
    }

    public async Task<Result> Handle(EndMyOtherSessions request, CancellationToken cancellationToken)
    {
        await db.EndSessionsAsync(actor.RequiredAccountId, actor.SessionId, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(EndSessionsOf request, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(a => a.Id == request.AccountId, cancellationToken))
        {
            return AccountErrors.NotFound;
        }

        await db.EndSessionsAsync(request.AccountId, butFor: null, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
