using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Dites32.Core.Accounts;

/// <summary>The demo's accounts with their password, for the sign-in page of a development machine. Empty anywhere else.</summary>
[AllowEveryone]
public sealed record ListDemoAccounts : IQuery<Result<IReadOnlyList<DemoAccount>>>;

internal sealed class ListDemoAccountsHandler(AppDbContext db, IHostEnvironment? environment = null)
    : IRequestHandler<ListDemoAccounts, Result<IReadOnlyList<DemoAccount>>>
{
    public async Task<Result<IReadOnlyList<DemoAccount>>> Handle(ListDemoAccounts request, CancellationToken cancellationToken)
    {
        if (environment?.IsDevelopment() != true)
        {
            return Result<IReadOnlyList<DemoAccount>>.Success([]);
        }

        var keys = DemoAccounts.All.Select(d => Account.KeyOf(d.Email)).ToList();
        var there = await db.Users.Where(a => keys.Contains(a.NormalizedUserName!)).Select(a => a.NormalizedUserName!).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<DemoAccount>>.Success([.. DemoAccounts.All.Where(d => there.Contains(Account.KeyOf(d.Email)))]);
    }
}
