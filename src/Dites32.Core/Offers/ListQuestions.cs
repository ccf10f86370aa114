using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The questions without an answer about the offers that the actor manages, the oldest first.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListQuestions(int Page = 1) : IQuery<Result<Page<QuestionSummary>>>
{
    public const int PageSize = 20;
}

public sealed record QuestionSummary(Guid Id, string OfferReference, string OfferTitle, string Name, DateTimeOffset AskedAt);

internal sealed class ListQuestionsHandler(AppDbContext db, Actor actor) : IRequestHandler<ListQuestions, Result<Page<QuestionSummary>>>
{
    public async Task<Result<Page<QuestionSummary>>> Handle(ListQuestions query, CancellationToken cancellationToken)
    {
        var waiting = from question in db.OfferQuestions
                      join offer in db.Offers.ManageableBy(db, actor) on question.OfferId equals offer.Id
                      where question.AnsweredAt == null
                      select new { Question = question, offer.Number, offer.Title };
        var total = await waiting.CountAsync(cancellationToken);
        var last = Math.Max(1, (total + ListQuestions.PageSize - 1) / ListQuestions.PageSize);
        var page = Math.Clamp(query.Page, 1, last);
        var rows = await waiting.OrderBy(w => w.Question.AskedAt).ThenBy(w => w.Question.Id)
            .Skip((page - 1) * ListQuestions.PageSize).Take(ListQuestions.PageSize)
            .Select(w => new { w.Question.Id, w.Number, w.Title, w.Question.Name, w.Question.AskedAt })
            .ToListAsync(cancellationToken);
        return new Page<QuestionSummary>(
            rows.ConvertAll(r => new QuestionSummary(r.Id, OfferReference.Of(r.Number), r.Title, r.Name, r.AskedAt)), page, ListQuestions.PageSize, total);
    }
}
