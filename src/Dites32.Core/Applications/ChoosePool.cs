using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// The person lets the mission keep this application for other posts, or takes that back (RGPD, art. 7): both at once, as
/// often as they like. Joining again counts as a new contact.
/// </summary>
[AllowLinkHolder]
public sealed record ChoosePool(Guid ApplicationId, bool Joins) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

/// <summary>Takes the agreement back for every application joined to one's account, or sent from its address.</summary>
[AllowAccounts]
public sealed record LeaveMyPool : ICommand<Result>;

/// <summary>How many of these applications are in the pool.</summary>
[AllowAccounts]
public sealed record CountMyPool : IQuery<Result<int>>;

internal sealed class ChoosePoolHandler(AppDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<ChoosePool, Result>, IRequestHandler<LeaveMyPool, Result>, IRequestHandler<CountMyPool, Result<int>>
{
    public async Task<Result> Handle(ChoosePool command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.OpenedBy(db, actor).SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (command.Joins)
        {
            application.JoinPool(PoolConsent.TextVersion, clock.GetUtcNow());
        }
        else
        {
            application.LeavePool(clock.GetUtcNow());
        }

        return Result.Success;
    }

    public async Task<Result> Handle(LeaveMyPool command, CancellationToken cancellationToken)
    {
        (await Mine.ToListAsync(cancellationToken)).ForEach(a => a.LeavePool(clock.GetUtcNow()));
        return Result.Success;
    }

    public async Task<Result<int>> Handle(CountMyPool query, CancellationToken cancellationToken) => await Mine.CountAsync(cancellationToken);

#pragma warning disable CA1304, CA1311, CA1862 // this runs in PostgreSQL
    private IQueryable<Application> Mine => db.Applications.Where(a => a.PoolJoinedAt != null && a.PoolLeftAt == null
        && (a.AccountId == actor.AccountId || db.Users.Any(u => u.Id == actor.AccountId && u.NormalizedEmail == a.NormalisedEmail.ToUpper())));
#pragma warning restore CA1304, CA1311, CA1862
}
