using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>The people of the portal who hold a role, for a feature that lives in another database context.</summary>
internal sealed class Colleagues(AppDbContext db)
{
    /// <summary>Whose account is open, by name.</summary>
    public async Task<IReadOnlyList<AccountContact>> WithAsync(Role role, CancellationToken cancellationToken) =>
        await db.ContactsWith(role).Where(c => db.Users.Any(a => a.Id == c.Id && a.DisabledAt == null))
            .OrderBy(c => c.DisplayName).ThenBy(c => c.Id).ToListAsync(cancellationToken);

    /// <summary>Also of whoever has left.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccountContact>> NamedAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0
            ? new Dictionary<Guid, AccountContact>()
            : await db.Contacts().Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
    }
}
