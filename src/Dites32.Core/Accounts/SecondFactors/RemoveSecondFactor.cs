using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Turns one's own double authentication off: candidates only, a role of the staff needs it. Passkeys stay.</summary>
[AllowAccounts, NeedsFreshProof]
public sealed record RemoveSecondFactor : ICommand<Result>;

internal sealed class RemoveSecondFactorHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RemoveSecondFactor, Result>
{
    public async Task<Result> Handle(RemoveSecondFactor request, CancellationToken cancellationToken)
    {
        var id = actor.RequiredAccountId;
        if ((await db.RolesOfAsync(id, cancellationToken)).Any(role => role.IsStaff()))
        {
            return SecondFactorErrors.Needed;
        }

        if (!await db.RemoveSecondFactorAsync(id, cancellationToken))
        {
            return SecondFactorErrors.NotActive;
        }

        var account = await db.Users.SingleAsync(a => a.Id == id, cancellationToken);
        outbox.Write(emails.SecondFactorChanged(account, "Vous venez de retirer la double authentification de votre compte Dites32."));
        return Result.Success;
    }
}
