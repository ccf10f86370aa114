using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>A question about an offer that the actor manages.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ViewQuestion(Guid QuestionId) : IQuery<Result<QuestionFile>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Question, QuestionId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.AnsweringQuestion;
}

public sealed record QuestionFile(
    Guid Id, int OfferNumber, string OfferSlug, string OfferTitle, bool IsAnonymous, string Name, string Email, string Text,
    DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy);

internal sealed class ViewQuestionHandler(AppDbContext db, Actor actor) : IRequestHandler<ViewQuestion, Result<QuestionFile>>
{
    public async Task<Result<QuestionFile>> Handle(ViewQuestion query, CancellationToken cancellationToken)
    {
        var file = await (from question in db.OfferQuestions
                          join offer in db.Offers.ManageableBy(db, actor) on question.OfferId equals offer.Id
                          where question.Id == query.QuestionId
                          select new QuestionFile(
                              question.Id, offer.Number, offer.Slug, offer.Title, offer.IsAnonymous, question.Name, question.Email, question.Text,
                              question.AskedAt, question.Answer, question.AnsweredAt,
                              db.Users.Where(u => u.Id == question.AnsweredById).Select(u => u.DisplayName).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? OfferQuestionErrors.NotFound : file;
    }
}
