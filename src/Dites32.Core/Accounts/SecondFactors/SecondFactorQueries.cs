using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

internal static class SecondFactorQueries
{
    /// <summary>
    /// An account of the staff is protected already, and this session has not shown its protection: it must not change it.
    /// Otherwise whoever guessed the password of somebody with a passkey would set up a telephone of their own.
    /// </summary>
    public static async Task<bool> IsOutOfReachAsync(this AppDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SessionId is null || actor.IsStrong)
        {
            return false;
        }

        var (id, candidate) = (actor.RequiredAccountId, AccountMapping.IdOf(Role.Candidate));
        return await db.UserRoles.AnyAsync(r => r.UserId == id && r.RoleId != candidate, cancellationToken)
            && (await db.HasSecondFactorAsync(id, cancellationToken) || await db.UserPasskeys.AnyAsync(p => p.UserId == id, cancellationToken));
    }

    /// <summary>In the save of the command: the application and its codes on paper. False when there was none.</summary>
    public static async Task<bool> RemoveSecondFactorAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        var factors = await db.SecondFactors.Where(f => f.AccountId == accountId).ToListAsync(cancellationToken);
        db.RemoveRange(factors);
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellationToken));
        return factors.Count > 0;
    }

    public static Task<bool> HasSecondFactorAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.SecondFactors.AnyAsync(f => f.AccountId == accountId, cancellationToken);
}
