using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The offers that wait for the mission, the one that has waited longest first; a hundred at most.</summary>
[AllowRoles(Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListOffersToModerate : IQuery<Result<IReadOnlyList<OfferToModerate>>>;

public sealed record OfferToModerate(
    Guid Id, int Number, string Title, OfferKind Kind, string SiteName, string OrganisationName, bool IsAnonymous, DateTimeOffset AskedAt, string? AskedBy);

internal sealed class ListOffersToModerateHandler(AppDbContext db) : IRequestHandler<ListOffersToModerate, Result<IReadOnlyList<OfferToModerate>>>
{
    private const int MaxShown = 100;

    public async Task<Result<IReadOnlyList<OfferToModerate>>> Handle(ListOffersToModerate query, CancellationToken cancellationToken) =>
        await (from offer in db.Offers
               where offer.Status == OfferStatus.ToModerate
               join site in db.Sites on offer.SiteId equals site.Id
               join organisation in db.Organisations on site.OrganisationId equals organisation.Id
               let asked = db.OfferEvents.Where(e => e.OfferId == offer.Id && e.Kind == OfferEventKind.ModerationAsked)
                   .OrderByDescending(e => e.Id).First()
               orderby asked.At, offer.Id
               select new OfferToModerate(
                   offer.Id, offer.Number, offer.Title, offer.Kind, site.Name, organisation.Name, offer.IsAnonymous, asked.At,
                   db.Users.Where(u => u.Id == asked.AuthorId).Select(u => u.DisplayName).FirstOrDefault()))
            .Take(MaxShown)
            .ToListAsync(cancellationToken);
}
