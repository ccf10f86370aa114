using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>How a recruiter ends an offer.</summary>
public enum OfferEnding { Filled, Withdrawn }

/// <summary>
/// Ends an offer and answers everybody who still awaits, in one save: nobody is left without an answer. Their mails wait five
/// minutes like any other. Errors: ending-new-awaiting (the list has changed since it was shown), answer-missing, not-chosen.
/// </summary>
/// <param name="Answered">Those whom the recruiter has seen in the list: all who await, and nobody else.</param>
/// <param name="ChosenId">Who takes the post, at stage Accepted, Papers or InPost; only for an offer that is filled.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record EndOffer(Guid OfferId, uint Version, OfferEnding Ending, IReadOnlyList<Guid> Answered, Guid? ChosenId, string? Answer)
    : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class EndOfferValidator : AbstractValidator<EndOffer>
{
    public EndOfferValidator()
    {
        RuleFor(c => c.Ending).IsInEnum().WithMessage("Dites si le poste est pourvu ou retiré.");
        RuleFor(c => c.Answer).MaximumLength(MoveApplication.MaxAnswerLength).WithMessage($"{MoveApplication.MaxAnswerLength}\u00a0caractères au plus.");
    }
}

internal sealed class EndOfferHandler(AppDbContext db, Actor actor, CardMove move, TimeProvider clock) : IRequestHandler<EndOffer, Result>
{
    public async Task<Result> Handle(EndOffer command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var isFilled = command.Ending == OfferEnding.Filled;
        if (offer.Status == (isFilled ? OfferStatus.Filled : OfferStatus.Withdrawn))
        {
            return Result.Success; // sent twice
        }

        if (command.Version != db.Entry(offer).Property<uint>("Version").CurrentValue)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var all = await db.Applications.Include(a => a.Candidate).Where(a => a.OfferId == offer.Id && a.DecidedAt == null).ToListAsync(cancellationToken);
        var chosen = await ChosenAsync(command, cancellationToken);
        if (isFilled && command.ChosenId is not null && chosen is null)
        {
            return ApplicationErrors.NotChosen;
        }

        var awaiting = all.Where(a => a.Id != chosen).ToList();
        if (await RefuseAsync(command, awaiting, cancellationToken) is { } refused)
        {
            return refused;
        }

        var closed = await db.Stages.SingleAsync(s => s.OfferId == offer.Id && s.Category == StageCategory.Closed, cancellationToken);
        var reason = isFilled ? RefusalReason.OfferFilled : RefusalReason.OfferWithdrawn;
        foreach (var application in awaiting)
        {
            if ((await move.ToAsync(application, closed, reason, command.Answer, cancellationToken)).Error is { } error)
            {
                return error;
            }
        }

        var (author, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        return isFilled ? offer.Fill(author, now) : offer.Withdraw(RefusalReason.OfferWithdrawn.Label(), author, now);
    }

    private async Task<Guid?> ChosenAsync(EndOffer command, CancellationToken cancellationToken) =>
        command.Ending != OfferEnding.Filled
            ? null
            : await db.Applications.ManageableBy(db, actor)
                .Where(a => a.Id == command.ChosenId && a.OfferId == command.OfferId
                    && (a.Category == StageCategory.Accepted || a.Category == StageCategory.Papers || a.Category == StageCategory.InPost))
                .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellationToken);

    private async Task<Error?> RefuseAsync(EndOffer command, List<Application> awaiting, CancellationToken cancellationToken)
    {
        var mine = await db.Applications.ManageableBy(db, actor).CountAsync(a => a.OfferId == command.OfferId && a.DecidedAt == null, cancellationToken);
        var total = await db.Applications.CountAsync(a => a.OfferId == command.OfferId && a.DecidedAt == null, cancellationToken);
        if (mine < total)
        {
            return ApplicationErrors.OwnAmongThem;
        }

        if (!awaiting.Select(a => a.Id).ToHashSet().SetEquals(command.Answered))
        {
            return ApplicationErrors.EndingChanged;
        }

        return awaiting.Count > 0 && string.IsNullOrWhiteSpace(command.Answer) ? ApplicationErrors.AnswerMissing : null;
    }
}
