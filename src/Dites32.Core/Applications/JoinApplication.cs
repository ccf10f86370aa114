using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Joins an application made without an account to the account of whoever holds its link, which came by mail: the same
/// address would not be enough. Joined already, it stays so. Errors: application.not-found, application.joined-to-another.
/// </summary>
[AllowAccounts]
public sealed record JoinApplication(Guid ApplicationId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class JoinApplicationHandler(AppDbContext db, Actor actor) : IRequestHandler<JoinApplication, Result>
{
    public async Task<Result> Handle(JoinApplication command, CancellationToken cancellationToken)
    {
        var accountId = actor.RequiredAccountId;
        if (await db.Applications.AnyAsync(a => a.Id == command.ApplicationId && a.AccountId == accountId, cancellationToken))
        {
            return Result.Success;
        }

        var application = await db.Applications.OpenedByLinkOf(db, actor)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        return application is null ? ApplicationErrors.NotFound : application.JoinTo(accountId);
    }
}
