using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>Withdraws an offer that was never on line, and so has no application; its photos are deleted. Errors: offer.not-found, offer.was-published.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record AbandonDraft(Guid OfferId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class AbandonDraftHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AbandonDraft, Result>
{
    public async Task<Result> Handle(AbandonDraft command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer is { Status: OfferStatus.Withdrawn, PublishedAt: null })
        {
            return Result.Success;
        }

        var photos = offer.Photos;
        var abandoned = offer.Abandon(actor.RequiredAccountId, clock.GetUtcNow());
        if (abandoned.Error is null)
        {
            db.OfferPhotoFiles.RemoveRange(photos.Select(p => OfferPhotoFile.Named(offer.Id, p.Hash)));
        }

        return abandoned;
    }
}
