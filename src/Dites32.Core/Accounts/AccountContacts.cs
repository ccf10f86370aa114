using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Who to name and where to write, for the features that have a contact.</summary>
internal sealed record AccountContact
{
    public required Guid Id { get; init; }
    public required string DisplayName { get; init; }
    public required string Email { get; init; }
}

internal static class AccountContacts
{
    /// <summary>Can be joined, filtered and ordered: it becomes a part of the caller's SQL.</summary>
    public static IQueryable<AccountContact> Contacts(this AppDbContext db) =>
        db.Users.Select(a => new AccountContact { Id = a.Id, DisplayName = a.DisplayName, Email = a.Email! });

    public static Task<AccountContact?> FindContactAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.Contacts().SingleOrDefaultAsync(c => c.Id == accountId, cancellationToken);

    public static IQueryable<AccountContact> ContactsWith(this AppDbContext db, Role role)
    {
        var roleId = AccountMapping.IdOf(role);
        return db.Contacts().Where(c => db.UserRoles.Any(r => r.UserId == c.Id && r.RoleId == roleId));
    }

    public static Task<Account?> FindAccountAsync(this AppDbContext db, string email, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(EmailAddress.Normalise(email));
        return db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == key, cancellationToken);
    }

    public static async Task<List<Role>> RolesOfAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        var ids = await db.UserRoles.Where(r => r.UserId == accountId).Select(r => r.RoleId).ToListAsync(cancellationToken);
        return RolesOf(ids);
    }

    public static List<Role> RolesOf(IReadOnlyCollection<Guid> roleIds) =>
        [.. Enum.GetValues<Role>().Where(role => roleIds.Contains(AccountMapping.IdOf(role)))];
}
