using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Answers by mail, once. The person's reply goes to whoever answered, or to the mission for an anonymous offer.
/// The same answer sent again by the same recruiter is a success.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record AnswerQuestion(Guid QuestionId, string Answer) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Question, QuestionId);
}

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(c => c.Answer).NotEmpty().WithMessage("Écrivez votre réponse.")
        .MaximumLength(OfferQuestion.MaxTextLength).WithMessage($"{OfferQuestion.MaxTextLength}\u00a0caractères au plus.");
}

internal sealed class AnswerQuestionHandler(
    AppDbContext db, Actor actor, Outbox outbox, OfferQuestionEmails emails, Portal portal, TimeProvider clock)
    : IRequestHandler<AnswerQuestion, Result>
{
    public async Task<Result> Handle(AnswerQuestion command, CancellationToken cancellationToken)
    {
        var found = await (from question in db.OfferQuestions
                           join offer in db.Offers.ManageableBy(db, actor) on question.OfferId equals offer.Id
                           where question.Id == command.QuestionId
                           select new { Question = question, Offer = offer }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return OfferQuestionErrors.NotFound;
        }

        if (!found.Question.TryAnswer(command.Answer, actor.RequiredAccountId, clock.GetUtcNow()))
        {
            return found.Question.AnsweredById == actor.AccountId && found.Question.Answer == command.Answer
                ? Result.Success
                : OfferQuestionErrors.Answered;
        }

        var author = await db.Users.Where(u => u.Id == actor.AccountId)
            .Select(u => new OfferContact(u.Id, u.DisplayName, u.Email!)).SingleAsync(cancellationToken);
        outbox.Write(emails.Answered(found.Question, found.Offer, author.ReplyTo(found.Offer.IsAnonymous, portal)));
        return Result.Success;
    }
}
