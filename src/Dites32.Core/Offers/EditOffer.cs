using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Rewrites an offer. Its kind and its site stay. A draft may lack what publishing asks for; any other offer may not.
/// Errors: invalid (by field), offer.not-found, offer.ended, offer.changed-by when somebody was faster.
/// </summary>
/// <param name="Version">The version that the form was drawn from.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record EditOffer(Guid OfferId, uint Version, OfferForm Form) : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class EditOfferHandler(AppDbContext db, OfferReading reading, Actor actor, TimeProvider clock) : IRequestHandler<EditOffer, Result>
{
    public async Task<Result> Handle(EditOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var site = await db.OfferSiteAsync(offer.SiteId, cancellationToken);
        var read = await reading.ReadAsync(offer.Kind, site, command.Form, offer, cancellationToken);
        if (read.Error is not null)
        {
            return read.Error;
        }

        var (text, place) = (read.Value.Text, read.Value.Place);
        if (db.VersionOf(offer) != command.Version)
        {
            // The same form sent twice: what it says is there already.
            return text.DifferencesWith(offer).Count == 0 && place.InseeCode == offer.InseeCode
                ? Result.Success
                : await db.SayWhoChangedAsync(offer.Id, cancellationToken);
        }

        return offer.Edit(text, place, actor.RequiredAccountId, clock.GetUtcNow());
    }
}
