using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>How one's own double authentication stands.</summary>
[AllowAccounts]
public sealed record GetSecondFactor : IQuery<Result<SecondFactorState>>;

/// <param name="ActivatedAt">Null when it is off.</param>
/// <param name="IsNeeded">A role of the staff asks for it.</param>
/// <param name="IsOutOfReach">The account has a passkey, and this session was opened without it.</param>
/// <param name="CodesLeft">Codes on paper that were not used.</param>
public sealed record SecondFactorState(DateTimeOffset? ActivatedAt, bool IsNeeded, bool IsOutOfReach, int CodesLeft);

internal sealed class GetSecondFactorHandler(AppDbContext db, Actor actor) : IRequestHandler<GetSecondFactor, Result<SecondFactorState>>
{
    public async Task<Result<SecondFactorState>> Handle(GetSecondFactor request, CancellationToken cancellationToken)
    {
        var id = actor.RequiredAccountId;
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == id, cancellationToken);
        var roles = await db.RolesOfAsync(id, cancellationToken);
        var left = await db.RecoveryCodes.CountAsync(c => c.AccountId == id && c.UsedAt == null, cancellationToken);
        return new SecondFactorState(factor?.ActivatedAt, roles.Any(role => role.IsStaff()), await db.IsOutOfReachAsync(actor, cancellationToken), left);
    }
}
