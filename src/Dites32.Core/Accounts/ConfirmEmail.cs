using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Confirms the address of an account by the link that was sent there. Confirming again changes nothing.</summary>
[AllowEveryone]
public sealed record ConfirmEmail(string Token) : ICommand<Result>;

internal sealed class ConfirmEmailHandler(AppDbContext db, AccountLinks links) : IRequestHandler<ConfirmEmail, Result>
{
    public async Task<Result> Handle(ConfirmEmail request, CancellationToken cancellationToken)
    {
        if (links.Read(request.Token, LinkKind.Confirmation) is not var (accountId, stamp)
            || await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.DisabledAt == null, cancellationToken) is not { } account
            || (account.SecurityStamp != stamp && !account.EmailConfirmed))
        {
            return AccountErrors.LinkHasEnded;
        }

        if (!account.EmailConfirmed)
        {
            account.Confirm();
        }

        return Result.Success;
    }
}
