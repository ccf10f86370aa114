using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>Tells people what ends soon, with a link by which they may choose otherwise, in the save of the command.</summary>
internal sealed class RetentionNotice(AppDbContext db, Outbox outbox, RetentionEmails emails)
{
    public async Task<int> WriteAsync(RetentionRule rule, RetentionTerm term, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ending = await db.RunningUnder(rule).ToAnnounce(term, now)
            .OrderBy(r => r.Since).ThenBy(r => r.Application.Id).Take(ApplyRetention.Batch)
            .Select(r => new { r.Application, r.Application.Candidate, r.Application.Offer!.Title, r.Since })
            .ToListAsync(cancellationToken);
        foreach (var one in ending)
        {
            var (link, secret) = PersonalLink.ToApplication(one.Application.Id, now);
            db.Add(link);
            one.Application.AnnounceErasure(now);
            outbox.Write(emails.Ending(rule, one.Application, one.Title, term.ErasedFrom(one.Since, now), secret));
        }

        return ending.Count;
    }
}
