using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Asks the contact of an open offer something. The recruiter gets a link to it; the person, a mail that it has left
/// (at most three a day to one address and twenty an hour from one network: beyond, the question is refused).
/// </summary>
[AllowEveryone]
public sealed record AskQuestion(Guid SubmissionId, int OfferNumber, string Name, string Email, string Text, bool IsRobot)
    : ICommand<Result>, ISubmission;

internal sealed class AskQuestionValidator : AbstractValidator<AskQuestion>
{
    public AskQuestionValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Écrivez votre nom et votre prénom.")
            .MaximumLength(OfferQuestion.MaxNameLength).WithMessage($"{OfferQuestion.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(c => c.Email).Must(EmailAddress.IsPlausible).WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez votre question.")
            .MaximumLength(OfferQuestion.MaxTextLength).WithMessage($"{OfferQuestion.MaxTextLength}\u00a0caractères au plus.");
    }
}

internal sealed class AskQuestionHandler(AppDbContext db, Outbox outbox, OfferQuestionEmails emails, Portal portal, TimeProvider clock)
    : IRequestHandler<AskQuestion, Result>
{
    public async Task<Result> Handle(AskQuestion command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalise(command.Email);
        if (command.IsRobot || command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld; // a person never sees the field that a robot filled
        }

        var repeated = await db.OfferQuestions.AsNoTracking().SingleOrDefaultAsync(q => q.SubmissionId == command.SubmissionId, cancellationToken);
        if (repeated is not null)
        {
            return repeated.Email == email ? Result.Success : SharedErrors.PageTooOld;
        }

        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var offer = await db.Offers.OpenOn(today).AsNoTracking().SingleOrDefaultAsync(o => o.Number == command.OfferNumber, cancellationToken);
        if (offer is null)
        {
            return OfferQuestionErrors.OfferClosed;
        }

        if (!await outbox.MayWriteAsync(OfferQuestionEmails.AskedKind, email, cancellationToken))
        {
            return OfferQuestionErrors.TooMany;
        }

        var contact = await db.ContactOnAsync(offer.ReferentId, today, cancellationToken);
        var question = OfferQuestion.Ask(command.SubmissionId, offer.Id, command.Name.Trim(), email, command.Text, now);
        db.OfferQuestions.Add(question);
        outbox.Write(emails.Asked(question, offer, contact.ReplyTo(offer.IsAnonymous, portal)));
        outbox.Write(emails.ToRecruiter(question, offer, contact));
        return Result.Success;
    }
}
