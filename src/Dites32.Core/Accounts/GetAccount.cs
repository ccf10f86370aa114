using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>One account, for its administration.</summary>
[AllowRoles(Role.Administrator)]
public sealed record GetAccount(Guid AccountId) : IQuery<Result<AccountDetails>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.ManagingAccounts;
}

public sealed record AccountDetails(
    Guid Id, string DisplayName, string Email, DateTimeOffset? DisabledAt, bool HasSecondFactor, bool IsOneself, IReadOnlyList<Role> Roles);

internal sealed class GetAccountHandler(AppDbContext db, Actor actor) : IRequestHandler<GetAccount, Result<AccountDetails>>
{
    public async Task<Result<AccountDetails>> Handle(GetAccount request, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().Where(a => a.Id == request.AccountId)
            .Select(a => new { a.DisplayName, a.Email, a.DisabledAt, HasSecondFactor = db.SecondFactors.Any(f => f.AccountId == a.Id) || db.UserPasskeys.Any(p => p.UserId == a.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        return account is null
            ? AccountErrors.NotFound
            : new AccountDetails(
                request.AccountId, account.DisplayName, account.Email!, account.DisabledAt, account.HasSecondFactor,
                request.AccountId == actor.AccountId, await db.RolesOfAsync(request.AccountId, cancellationToken));
    }
}
