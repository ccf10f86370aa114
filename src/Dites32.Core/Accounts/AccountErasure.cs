using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Accounts;

internal static class AccountErasure
{
    /// <summary>Deletes an account in the save of the command, with all that hangs on it: sessions, passkeys, codes, roles, memberships.</summary>
    public static async Task EraseAccountAsync(this AppDbContext db, Account account, string? network, CancellationToken cancellationToken)
    {
        await db.EndPausesAsync(account.Email!, network, cancellationToken);
        db.Remove(account);
    }

    /// <summary>Does the account recruit? Its work concerns other people: offers and candidates need somebody to answer for them.</summary>
    public static async Task<bool> IsOfStaffAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        (await db.RolesOfAsync(accountId, cancellationToken)).Any(role => role.IsStaff());
}
