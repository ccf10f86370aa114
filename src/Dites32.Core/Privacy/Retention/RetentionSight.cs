using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <param name="Over">Whose term is over.</param>
/// <param name="ToAnnounce">Who has to be told first.</param>
internal readonly record struct RetentionSight(int Over, int ToAnnounce);

internal static class RetentionSights
{
    public static async Task<RetentionSight> SeenUnderAsync(
        this AppDbContext db, RetentionRule rule, RetentionTerm term, DateTimeOffset now, CancellationToken cancellationToken) => rule switch
        {
            RetentionRule.Question => new(await db.QuestionsOver(term, now).CountAsync(cancellationToken), 0),
            RetentionRule.Intern => new(await db.InternsOver(term, now).CountAsync(cancellationToken), 0),
            RetentionRule.Erased => new(await db.ErasedOver(term, now).CountAsync(cancellationToken), 0),
            _ => new(
                await db.RunningUnder(rule).Over(term, now).CountAsync(cancellationToken),
                await db.RunningUnder(rule).ToAnnounce(term, now).CountAsync(cancellationToken)),
        };

    public static IQueryable<Offers.OfferQuestion> QuestionsOver(this AppDbContext db, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.OverSince(now);
        return db.OfferQuestions.Where(q => q.AskedAt <= since);
    }

    /// <summary>Interns whose last semester, or whose file without any, is as old as that.</summary>
    public static IQueryable<Internships.Intern> InternsOver(this AppDbContext db, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.OverSince(now);
        var day = since.ParisDay();
        return db.Interns.Where(i => i.AddedAt <= since && !db.Assignments.Any(a => a.InternId == i.Id && a.EndsOn > day));
    }

    public static IQueryable<Applications.Application> ErasedOver(this AppDbContext db, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.OverSince(now);
        return db.Applications.Where(a => a.ErasedAt != null && a.DecidedAt <= since);
    }
}
