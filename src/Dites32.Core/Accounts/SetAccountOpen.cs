using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Closes an account, or opens it again. Once closed, no session, link or password of it is accepted, open pages included;
/// what it wrote stays. Nobody closes their own.
/// </summary>
[AllowRoles(Role.Administrator)]
public sealed record SetAccountOpen(Guid AccountId, bool IsOpen) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class SetAccountOpenHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<SetAccountOpen, Result>
{
    public async Task<Result> Handle(SetAccountOpen request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == request.AccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.NotFound;
        }

        if (request.IsOpen)
        {
            account.Enable();
            return Result.Success;
        }

        if (account.Id == actor.RequiredAccountId)
        {
            return AccountErrors.OwnClosing;
        }

        account.Disable(clock.GetUtcNow());
        await db.EndSessionsAsync(account.Id, butFor: null, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
