using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>
/// The code that the telephone of a demo account would show at this moment, on a development machine: after its password,
/// or while it sets its telephone up. None anywhere else.
/// </summary>
[AllowEveryone]
public sealed record GetDemoCode(string? SecondStep, string? Offer) : IQuery<Result<DemoCode>>;

public sealed record DemoCode(string? Code);

internal sealed class GetDemoCodeHandler(
    AppDbContext db, Actor actor, SecondStepTokens tokens, SecondFactorSecrets secrets, TimeProvider clock, IHostEnvironment? environment = null)
    : IRequestHandler<GetDemoCode, Result<DemoCode>>
{
    public async Task<Result<DemoCode>> Handle(GetDemoCode request, CancellationToken cancellationToken)
    {
        var accountId = request.SecondStep is { } token ? tokens.Read(token)?.AccountId : actor.AccountId;
        if (environment?.IsDevelopment() != true || accountId is not { } id || !await IsDemoAsync(id, cancellationToken))
        {
            return new DemoCode(null);
        }

        var secret = request.Offer is { } offer ? secrets.Offered(id, offer) : await SecretOfAsync(id, cancellationToken);
        return new DemoCode(secret is null ? null : SecondFactorSecrets.CodeAt(secret, clock.GetUtcNow()));
    }

    private Task<bool> IsDemoAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var keys = DemoAccounts.All.Select(d => Account.KeyOf(d.Email)).ToList();
        return db.Users.AnyAsync(a => a.Id == accountId && keys.Contains(a.NormalizedUserName!), cancellationToken);
    }

    private async Task<string?> SecretOfAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == accountId, cancellationToken) is { } factor
            ? secrets.SecretOf(factor)
            : null;
}
