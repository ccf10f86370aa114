using Dites32.Core.Data;
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

    public static IQueryable<Applications.Application> ErasedOver(this AppDbContext db, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.OverSince(now);
        return db.Applications.Where(a => a.ErasedAt != null && a.DecidedAt <= since);
    }
}
