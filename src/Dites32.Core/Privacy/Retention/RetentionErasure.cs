using Dites32.Core.Data;
using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>Erases, in the save of the command, what a rule says is over: as if the person had asked for it, but nobody is written to.</summary>
internal sealed class RetentionErasure(AppDbContext db, PersonErasure erasure)
{
    public async Task<int> EraseApplicationsAsync(RetentionRule rule, RetentionTerm term, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await db.RunningUnder(rule).ToErase(term, now)
            .OrderBy(r => r.Since).ThenBy(r => r.Application.Id).Take(ApplyRetention.Batch)
            .Select(r => r.Application).ToListAsync(cancellationToken);
        foreach (var application in over)
        {
            if (application.DecidedAt is null)
            {
                var closed = await db.Stages.SingleAsync(s => s.OfferId == application.OfferId && s.Category == StageCategory.Closed, cancellationToken);
                application.Lapse(closed, now);
            }

            var keys = await PersonKeys.OfAsync(db, ErasedKind.Application, application.Id, cancellationToken);
            await erasure.EraseAsync(keys, tell: false, now, cancellationToken);
        }

        return over.Count;
    }

    public async Task<int> EraseQuestionsAsync(RetentionTerm term, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await db.QuestionsOver(term, now).OrderBy(q => q.AskedAt).Take(ApplyRetention.Batch).Select(q => q.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await erasure.EraseAsync(await PersonKeys.OfAsync(db, ErasedKind.Question, id, cancellationToken), tell: false, now, cancellationToken);
        }

        return over.Count;
    }

    public async Task<int> EraseInternsAsync(RetentionTerm term, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await db.InternsOver(term, now).OrderBy(i => i.AddedAt).ThenBy(i => i.Id).Take(ApplyRetention.Batch).Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await erasure.EraseAsync(await PersonKeys.OfAsync(db, ErasedKind.Intern, id, cancellationToken), tell: false, now, cancellationToken);
        }

        return over.Count;
    }
}
