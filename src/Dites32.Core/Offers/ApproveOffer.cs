using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// The mission puts a waiting offer on line: its site is trusted from now on, and its author and referent are told, with
/// the address of the offer. Errors: offer.not-found, offer.changed-by, offer.already-past, offer.cannot-move.
/// </summary>
/// <param name="Version">The version that was read: a text changed since is read again.</param>
[AllowRoles(Role.Dites32Recruiter, Role.Administrator)]
public sealed record ApproveOffer(Guid OfferId, uint Version) : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class ApproveOfferHandler(AppDbContext db, Outbox outbox, OfferEmails emails, Actor actor, TimeProvider clock)
    : IRequestHandler<ApproveOffer, Result>
{
    public async Task<Result> Handle(ApproveOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.Status == OfferStatus.Published && await db.HasJustAsync(actor, offer.Id, cancellationToken, OfferEventKind.Published))
        {
            return Result.Success;
        }

        if (db.VersionOf(offer) != command.Version)
        {
            return await db.SayWhoChangedAsync(offer.Id, cancellationToken);
        }

        if (offer.Status != OfferStatus.ToModerate)
        {
            return OfferErrors.CannotMove(offer.Status);
        }

        var recipients = await db.ToldOfModerationAsync(offer, clock.Today(), cancellationToken);
        var approved = offer.Publish(mayPublishAlone: true, actor.RequiredAccountId, clock.GetUtcNow(), clock.Today());
        if (approved.Error is not null)
        {
            return approved;
        }

        (await db.Sites.SingleAsync(s => s.Id == offer.SiteId, cancellationToken)).Trust(clock.GetUtcNow());
        foreach (var recipient in recipients)
        {
            outbox.Write(emails.Approved(offer, recipient));
        }

        return Result.Success;
    }
}
