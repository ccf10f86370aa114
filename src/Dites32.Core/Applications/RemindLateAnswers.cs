using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// On working days, writes to each referent (or the deputy of the day; the mission for the pool) one mail about the answers
/// that are late: references and counts, never a name. Run again on the same day, it writes to nobody twice.
/// </summary>
[AllowSystem]
public sealed record RemindLateAnswers : ICommand<Result>;

internal sealed class RemindLateAnswersHandler(AppDbContext db, Outbox outbox, PipelineDigest digest, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<RemindLateAnswers, Result>
{
    public async Task<Result> Handle(RemindLateAnswers command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (!WorkingDays.IsWorkingDay(today))
        {
            return Result.Success;
        }

        var late = db.Applications.Where(a => a.AnswerDueOn < today);
        var byOffer = await late.Where(a => a.OfferId != null)
            .GroupBy(a => a.OfferId!.Value)
            .Select(g => new { OfferId = g.Key, Count = g.Count(), Oldest = g.Min(a => a.AnswerDueOn)!.Value })
            .ToDictionaryAsync(g => g.OfferId, cancellationToken);
        var offers = await db.Offers.AsNoTracking().Where(o => byOffer.Keys.Contains(o.Id)).OrderBy(o => o.Number).ToListAsync(cancellationToken);
        var lines = new List<(OfferContact Contact, LateLine Line)>();
        foreach (var ofReferent in offers.GroupBy(o => o.ReferentId))
        {
            var contact = (await contacts.OfAsync(ofReferent.First(), cancellationToken)).Recruiter;
            lines.AddRange(ofReferent.Select(o => (contact, new LateLine(
                o.Reference, byOffer[o.Id].Count, byOffer[o.Id].Oldest, $"/recruteur/offres/{o.Id}/liste?retard=1"))));
        }

        if (await late.Where(a => a.OfferId == null).CountAsync(cancellationToken) is > 0 and var pool)
        {
            var oldest = await late.Where(a => a.OfferId == null).MinAsync(a => a.AnswerDueOn!.Value, cancellationToken);
            lines.Add(((await contacts.OfAsync(null, cancellationToken)).Recruiter, new LateLine("Candidatures spontanées", pool, oldest, "/recruteur/vivier/liste?retard=1")));
        }

        foreach (var mail in lines.GroupBy(l => (l.Contact.Email, l.Contact.Name), l => l.Line))
        {
            if (!await outbox.WasWrittenTodayAsync(PipelineDigest.Kind, mail.Key.Email, cancellationToken))
            {
                outbox.Write(digest.Late(mail.Key.Email, mail.Key.Name, [.. mail]));
            }
        }

        return Result.Success;
    }
}
