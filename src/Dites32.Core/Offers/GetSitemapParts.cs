using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>How the addresses of the open offers are cut into files that the protocol allows: by number, so that an offer never changes file.</summary>
[AllowEveryone]
public sealed record GetSitemapParts : IQuery<Result<IReadOnlyList<SitemapPart>>>
{
    /// <summary>The protocol allows 50,000 addresses in a file; the pages that are no offers stand in the first.</summary>
    public const int NumbersInPart = 49_990;
}

/// <param name="Number">From 1.</param>
public sealed record SitemapPart(int Number, int Offers, DateTimeOffset ChangedAt)
{
    /// <summary>Numbers after this one…</summary>
    public int After => (Number - 1) * GetSitemapParts.NumbersInPart;

    /// <summary>…up to this one.</summary>
    public int UpTo => After + GetSitemapParts.NumbersInPart;
}

internal sealed class GetSitemapPartsHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<GetSitemapParts, Result<IReadOnlyList<SitemapPart>>>
{
    public async Task<Result<IReadOnlyList<SitemapPart>>> Handle(GetSitemapParts query, CancellationToken cancellationToken) =>
        await db.Offers.OpenOn(clock.Today())
            .GroupBy(o => (o.Number - 1) / GetSitemapParts.NumbersInPart)
            .OrderBy(g => g.Key)
            .Select(g => new SitemapPart(g.Key + 1, g.Count(), g.Max(o => o.ChangedAt)))
            .ToListAsync(cancellationToken);
}
