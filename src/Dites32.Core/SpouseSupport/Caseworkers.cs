using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Who accompanies partners (chargés d'accompagnement): their names come from the accounts, their files from here.</summary>
internal sealed class Caseworkers(Colleagues colleagues, SpouseDbContext db)
{
    public Task<IReadOnlyList<AccountContact>> AllAsync(CancellationToken cancellationToken) =>
        colleagues.WithAsync(Role.SpouseCaseworker, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, AccountContact>> NamedAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken) =>
        colleagues.NamedAsync(ids.OfType<Guid>(), cancellationToken);

    /// <summary>Null also for somebody who was one: nothing is written to them, and nobody writes to them, any more.</summary>
    public async Task<AccountContact?> FindAsync(Guid? id, CancellationToken cancellationToken) =>
        id is null ? null : (await AllAsync(cancellationToken)).FirstOrDefault(c => c.Id == id);

    /// <summary>Whoever has the fewest files under way; null while nobody has the role.</summary>
    public async Task<AccountContact?> LeastBusyAsync(CancellationToken cancellationToken)
    {
        var busy = await db.Cases.Where(c => c.OwnerId != null && c.State != SpouseCaseState.Closed)
            .GroupBy(c => c.OwnerId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return (await AllAsync(cancellationToken)).MinBy(c => (busy.GetValueOrDefault(c.Id), c.Id));
    }
}
