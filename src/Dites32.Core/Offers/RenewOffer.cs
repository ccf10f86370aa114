using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Gives an offer that is or was on line a new last day, at most a year from today. Errors: invalid or offer.closing-day
/// (by field), offer.not-found, offer.cannot-move.
/// </summary>
/// <param name="ClosesOn">As typed.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record RenewOffer(Guid OfferId, string ClosesOn) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class RenewOfferHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<RenewOffer, Result>
{
    public async Task<Result> Handle(RenewOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var errors = new FieldErrors();
        var day = errors.Take("ClosesOn", TypedDay.Read(command.ClosesOn, DateOnly.MinValue, DateOnly.MaxValue));
        if (errors.Error is { } error)
        {
            return error;
        }

        if (day is null)
        {
            return OfferErrors.BadClosingDay;
        }

        if (offer.Status == OfferStatus.Published && offer.ClosesOn == day
            && await db.HasJustAsync(actor, offer.Id, cancellationToken, OfferEventKind.Renewed))
        {
            return Result.Success;
        }

        return offer.Renew(day.Value, actor.RequiredAccountId, clock.GetUtcNow(), clock.Today());
    }
}
