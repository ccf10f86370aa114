using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Ten new codes on paper, shown once; those from before serve no more.</summary>
[AllowAccounts, NeedsFreshProof]
public sealed record RenewRecoveryCodes : ICommand<Result<IReadOnlyList<string>>>;

internal sealed class RenewRecoveryCodesHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RenewRecoveryCodes, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(RenewRecoveryCodes request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        if (!await db.HasSecondFactorAsync(actor.RequiredAccountId, cancellationToken))
        {
            return SecondFactorErrors.NotActive;
        }

        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        outbox.Write(emails.SecondFactorChanged(account, "De nouveaux codes de secours viennent d'être demandés pour votre compte Dites32. Les anciens ne servent plus."));
        return Result<IReadOnlyList<string>>.Success(await db.DrawRecoveryCodesAsync(account.Id, cancellationToken));
    }
}

internal static class RecoveryCodes
{
    /// <summary>In the save of the command: the codes from before go with it.</summary>
    public static async Task<List<string>> DrawRecoveryCodesAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellationToken));
        List<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Draw())];
        db.AddRange(codes.Select(code => RecoveryCode.Of(accountId, code)));
        return codes;
    }
}
