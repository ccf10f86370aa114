using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The addresses of the open offers for search engines, by number, a batch at a time.</summary>
/// <param name="After">The number that the last batch ended with.</param>
/// <param name="UpTo">The last number of this part.</param>
[AllowEveryone]
public sealed record ListOfferAddresses(int After, int UpTo) : IQuery<Result<IReadOnlyList<OfferAddress>>>
{
    public const int BatchSize = 5000;
}

public sealed record OfferAddress(int Number, string Slug, DateTimeOffset ChangedAt)
{
    public string Path => OfferReference.PathOf(Number, Slug);
}

internal sealed class ListOfferAddressesHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ListOfferAddresses, Result<IReadOnlyList<OfferAddress>>>
{
    public async Task<Result<IReadOnlyList<OfferAddress>>> Handle(ListOfferAddresses query, CancellationToken cancellationToken) =>
        await db.Offers.OpenOn(clock.Today())
            .Where(o => o.Number > query.After && o.Number <= query.UpTo)
            .OrderBy(o => o.Number).Take(ListOfferAddresses.BatchSize)
            .Select(o => new OfferAddress(o.Number, o.Slug, o.ChangedAt))
            .ToListAsync(cancellationToken);
}
