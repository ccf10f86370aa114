using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.External;

/// <summary>
/// Another service opens one's account no more; the mailbox is told. A link by mail still opens it, so nobody is locked out. An
/// RPPS number that the service has confirmed stays so.
/// </summary>
/// <param name="Id">Of <see cref="GetMyExternalLogins"/>.</param>
[AllowAccounts, NeedsFreshProof]
public sealed record RemoveExternalLogin(string Id) : ICommand<Result>;

internal sealed class RemoveExternalLoginHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RemoveExternalLogin, Result>
{
    public async Task<Result> Handle(RemoveExternalLogin request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        var logins = await db.UserLogins.Where(l => l.UserId == actor.RequiredAccountId).ToListAsync(cancellationToken);
        if (logins.Find(l => ExternalLogins.IdOf(l) == request.Id) is not { } login)
        {
            return ExternalErrors.NotFound;
        }

        var account = await db.Users.SingleAsync(a => a.Id == login.UserId, cancellationToken);
        db.Remove(login);
        outbox.Write(emails.SecondFactorChanged(account, $"Votre compte Dites32 ne s'ouvre plus par {login.ProviderDisplayName}."));
        return Result.Success;
    }
}
