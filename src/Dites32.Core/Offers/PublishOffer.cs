using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Puts a complete draft on line, or hands it to the mission while no offer of its site has been approved yet; the answer
/// is its new status. Errors: offer.not-found, offer.changed-by, offer.incomplete, offer.already-past, offer.cannot-move.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record PublishOffer(Guid OfferId, uint Version) : ICommand<Result<OfferStatus>>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class PublishOfferHandler(AppDbContext db, Outbox outbox, OfferEmails emails, Actor actor, TimeProvider clock)
    : IRequestHandler<PublishOffer, Result<OfferStatus>>
{
    public async Task<Result<OfferStatus>> Handle(PublishOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (await db.HasJustAsync(actor, offer.Id, cancellationToken, OfferEventKind.Published, OfferEventKind.ModerationAsked))
        {
            return offer.Status;
        }

        if (db.VersionOf(offer) != command.Version)
        {
            return await db.SayWhoChangedAsync(offer.Id, cancellationToken);
        }

        if (offer.Status != OfferStatus.Draft)
        {
            return OfferErrors.CannotMove(offer.Status); // what waits for the mission is approved there
        }

        var site = await db.OfferSiteAsync(offer.SiteId, cancellationToken);
        var missing = offer.AsText().MissingToPublish(offer.Kind, site.IsPublicEmployer);
        if (missing.Count > 0)
        {
            return OfferErrors.Incomplete(missing);
        }

        var mayPublishAlone = site.IsTrusted || actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator);
        var published = offer.Publish(mayPublishAlone, actor.RequiredAccountId, clock.GetUtcNow(), clock.Today());
        if (published.Error is not null)
        {
            return published.Error;
        }

        if (offer.Status == OfferStatus.ToModerate)
        {
            outbox.Write(emails.ToModerate(offer, await db.ContactAsync(actor.RequiredAccountId, cancellationToken)));
        }

        return offer.Status;
    }
}
