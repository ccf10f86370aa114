using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Writes a new offer of a site that the actor recruits for, as a draft, and answers with its id. Sent again with the
/// same <see cref="SubmissionId"/> by the same person, it gives the first answer. Errors: invalid (by field),
/// site-not-found, offer.site-closed.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record WriteOffer(Guid SubmissionId, OfferKind? Kind, Guid? SiteId, OfferForm Form) : ICommand<Result<Guid>>, ISubmission;

internal sealed class WriteOfferHandler(AppDbContext db, OfferReading reading, Actor actor, TimeProvider clock)
    : IRequestHandler<WriteOffer, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(WriteOffer command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.SubmittedOfferAsync(command.SubmissionId, cancellationToken) is { } known)
        {
            return known.AuthorId == actor.AccountId ? known.Id : OfferErrors.NotFound;
        }

        if (command.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return OfferErrors.ChooseKind;
        }

        var sites = db.Sites.ManageableBy(db, actor).Where(s => s.Id == command.SiteId);
        if (await db.OfferSitesAmong(sites).SingleOrDefaultAsync(cancellationToken) is not { } site)
        {
            return TerritoryErrors.SiteNotFound;
        }

        if (site.Status == SiteStatus.Closed)
        {
            return OfferErrors.SiteClosed;
        }

        var read = await reading.ReadAsync(kind, site, command.Form, before: null, cancellationToken);
        if (read.Error is not null)
        {
            return read.Error;
        }

        var offer = Offer.Draft(command.SubmissionId, kind, read.Value.Text, read.Value.Place, actor.RequiredAccountId, clock.GetUtcNow());
        db.Offers.Add(offer);
        return offer.Id;
    }
}

internal sealed record SubmittedOffer(Guid Id, Guid? AuthorId);

internal static class SubmittedOffers
{
    /// <summary>The offer that this form has already made.</summary>
    public static Task<SubmittedOffer?> SubmittedOfferAsync(this AppDbContext db, Guid submissionId, CancellationToken cancellationToken) =>
        db.Offers.Where(o => o.SubmissionId == submissionId)
            .Select(o => new SubmittedOffer(o.Id, db.OfferEvents.Where(e => e.OfferId == o.Id).OrderBy(e => e.Id).First().AuthorId))
            .SingleOrDefaultAsync(cancellationToken);
}
