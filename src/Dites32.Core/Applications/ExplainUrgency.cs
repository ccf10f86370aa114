using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Writes on the offer why a public employer hires before a month has passed since the vacancy was published
/// (CGFP, L. 311-2 and L. 313-4). It stays in the offer's history.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ExplainUrgency(Guid OfferId, string Reason) : ICommand<Result>, IAbout
{
    public const int MaxLength = 500;

    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class ExplainUrgencyValidator : AbstractValidator<ExplainUrgency>
{
    public ExplainUrgencyValidator() =>
        RuleFor(c => c.Reason).MinimumLength(20).WithMessage("Expliquez l'urgence en une phrase au moins.")
            .MaximumLength(ExplainUrgency.MaxLength).WithMessage($"{ExplainUrgency.MaxLength}\u00a0caractères au plus.");
}

internal sealed class ExplainUrgencyHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ExplainUrgency, Result>
{
    public async Task<Result> Handle(ExplainUrgency command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.UrgencyReason != command.Reason)
        {
            offer.ExplainUrgency(command.Reason, actor.RequiredAccountId, clock.GetUtcNow());
        }

        return Result.Success;
    }
}
