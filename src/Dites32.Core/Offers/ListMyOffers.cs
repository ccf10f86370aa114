using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The offers that the actor works on, last changed first, with their number by status.</summary>
/// <param name="Status">Null: all of them.</param>
/// <param name="Search">In the title, the name of the site and the reference, accents ignored; empty: all of them.</param>
/// <param name="PageNumber">From 1; a page that does not exist is the nearest one.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListMyOffers(OfferStatus? Status, string? Search, int PageNumber) : IQuery<Result<MyOffers>>;

/// <param name="Counts">By status, whatever is searched for.</param>
public sealed record MyOffers(Page<MyOffer> Page, IReadOnlyDictionary<OfferStatus, int> Counts);

public sealed record MyOffer(
    Guid Id, int Number, string Title, OfferKind Kind, OfferStatus Status, string SiteName, bool IsAnonymous, DateOnly ClosesOn, DateTimeOffset ChangedAt);

internal sealed class ListMyOffersHandler(AppDbContext db, Actor actor) : IRequestHandler<ListMyOffers, Result<MyOffers>>
{
    private const int PageSize = 25;
    private const int MaxSearchLength = 100;

    public async Task<Result<MyOffers>> Handle(ListMyOffers query, CancellationToken cancellationToken)
    {
        var mine = db.Offers.ManageableBy(db, actor);
        var counts = await mine.GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

        var found = mine.Join(db.Sites, o => o.SiteId, s => s.Id, (o, s) => new { Offer = o, SiteName = s.Name });
        if (query.Status is { } status)
        {
            found = found.Where(o => o.Offer.Status == status);
        }

        var search = PlainText.Clean(query.Search);
        if (search.Length > 0)
        {
            var number = OfferReference.Read(search);
            var pattern = $"%{Like.Escape(search.Length > MaxSearchLength ? PlainText.Clean(search[..MaxSearchLength]) : search)}%";
            found = found.Where(o => o.Offer.Number == number
                || EF.Functions.ILike(EF.Functions.Unaccent(o.Offer.Title), EF.Functions.Unaccent(pattern), Like.EscapeCharacter)
                || EF.Functions.ILike(EF.Functions.Unaccent(o.SiteName), EF.Functions.Unaccent(pattern), Like.EscapeCharacter));
        }

        var total = await found.CountAsync(cancellationToken);
        var last = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.PageNumber, 1, last);
        var items = await found.OrderByDescending(o => o.Offer.ChangedAt).ThenByDescending(o => o.Offer.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(o => new MyOffer(
                o.Offer.Id, o.Offer.Number, o.Offer.Title, o.Offer.Kind, o.Offer.Status, o.SiteName, o.Offer.IsAnonymous, o.Offer.ClosesOn, o.Offer.ChangedAt))
            .ToListAsync(cancellationToken);
        return new MyOffers(new Page<MyOffer>(items, page, PageSize, total), counts);
    }
}
