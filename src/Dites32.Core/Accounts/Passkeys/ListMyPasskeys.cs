using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Passkeys;

/// <summary>The passkeys of one's account, the oldest first.</summary>
[AllowAccounts]
public sealed record ListMyPasskeys : IQuery<Result<IReadOnlyList<PasskeySummary>>>;

public sealed record PasskeySummary(string Id, string Name, DateTimeOffset CreatedAt)
{
    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexString(passkey.CredentialId);
}

internal sealed class ListMyPasskeysHandler(AppDbContext db, Actor actor, UserManager<Account> users)
    : IRequestHandler<ListMyPasskeys, Result<IReadOnlyList<PasskeySummary>>>
{
    public async Task<Result<IReadOnlyList<PasskeySummary>>> Handle(ListMyPasskeys request, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        var passkeys = await users.GetPasskeysAsync(account);
        return Result<IReadOnlyList<PasskeySummary>>.Success(
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeySummary(PasskeySummary.IdOf(p), p.Name ?? "", p.CreatedAt))]);
    }
}
