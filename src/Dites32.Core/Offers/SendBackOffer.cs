using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// The mission gives a waiting offer back to its author, with a written reason that is mailed. Errors: invalid,
/// offer.not-found, offer.changed-by, offer.cannot-move.
/// </summary>
[AllowRoles(Role.Dites32Recruiter, Role.Administrator)]
public sealed record SendBackOffer(Guid OfferId, uint Version, string Reason) : ICommand<Result>, IAbout, IVersioned
{
    public const int MaxReasonLength = 2000;

    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class SendBackOfferValidator : AbstractValidator<SendBackOffer>
{
    public SendBackOfferValidator() => RuleFor(c => c.Reason)
        .Must(reason => PlainText.Clean(reason).Length > 0).WithMessage("Écrivez ce qui manque ou ce qui ne va pas\u00a0: l'auteur le lira.")
        .MaximumLength(SendBackOffer.MaxReasonLength).WithMessage($"{SendBackOffer.MaxReasonLength}\u00a0caractères au plus.");
}

internal sealed class SendBackOfferHandler(AppDbContext db, Outbox outbox, OfferEmails emails, Actor actor, TimeProvider clock)
    : IRequestHandler<SendBackOffer, Result>
{
    public async Task<Result> Handle(SendBackOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.Status == OfferStatus.Draft && await db.HasJustAsync(actor, offer.Id, cancellationToken, OfferEventKind.SentBack))
        {
            return Result.Success;
        }

        if (db.VersionOf(offer) != command.Version)
        {
            return await db.SayWhoChangedAsync(offer.Id, cancellationToken);
        }

        var reason = PlainText.Clean(command.Reason);
        var recipients = await db.ToldOfModerationAsync(offer, clock.Today(), cancellationToken);
        var sentBack = offer.SendBack(reason, actor.RequiredAccountId, clock.GetUtcNow());
        if (sentBack.Error is null)
        {
            foreach (var recipient in recipients)
            {
                outbox.Write(emails.SentBack(offer, recipient, reason));
            }
        }

        return sentBack;
    }
}
