using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.External;

/// <summary>Which other services open one's account, and what they have confirmed.</summary>
[AllowAccounts]
public sealed record GetMyExternalLogins : IQuery<Result<MyExternalLogins>>;

/// <param name="Rpps">Only a number that somebody has confirmed.</param>
public sealed record MyExternalLogins(IReadOnlyList<ExternalLogin> Logins, string? Rpps, DateTimeOffset? RppsVerifiedAt, RppsSource? RppsVerifiedBy);

public sealed record ExternalLogin(string Id, string Service);

internal sealed class GetMyExternalLoginsHandler(AppDbContext db, Actor actor) : IRequestHandler<GetMyExternalLogins, Result<MyExternalLogins>>
{
    public async Task<Result<MyExternalLogins>> Handle(GetMyExternalLogins request, CancellationToken cancellationToken)
    {
        var id = actor.RequiredAccountId;
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
        var logins = await db.UserLogins.AsNoTracking().Where(l => l.UserId == id)
            .OrderBy(l => l.ProviderDisplayName).ThenBy(l => l.LoginProvider).ToListAsync(cancellationToken);
        return new MyExternalLogins(
            [.. logins.Select(l => new ExternalLogin(ExternalLogins.IdOf(l), l.ProviderDisplayName ?? l.LoginProvider))],
            account.Rpps, account.RppsVerifiedAt, account.RppsVerifiedBy);
    }
}
