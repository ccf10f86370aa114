using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Copies the text, the photos and the stages of an offer into a new draft, with a reference and a history of its own, and answers
/// with its id. Dates and the declaration of a vacancy belong to one offer: they are not copied. Errors: offer.not-found.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record CloneOffer(Guid OfferId, Guid SubmissionId) : ICommand<Result<Guid>>, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class CloneOfferHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<CloneOffer, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CloneOffer command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.SubmittedOfferAsync(command.SubmissionId, cancellationToken) is { } known)
        {
            return known.AuthorId == actor.AccountId ? known.Id : OfferErrors.NotFound;
        }

        var offer = await db.Offers.ManageableBy(db, actor).Include(o => o.Stages).AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var clone = offer.Clone(command.SubmissionId, actor.RequiredAccountId, clock.GetUtcNow(), clock.Today());
        db.Offers.Add(clone);
        if (offer.Photos.Count > 0)
        {
            var files = await db.OfferPhotoFiles.AsNoTracking().Where(p => p.OfferId == offer.Id).ToListAsync(cancellationToken);
            db.OfferPhotoFiles.AddRange(clone.TakePhotosOf(offer, files, clock.GetUtcNow()));
        }

        return clone.Id;
    }
}
