using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The partner agrees to the link that a doctor proposes, says no, or ends it. The doctor learns of a yes by mail, and of a
/// no never: the proposal looks to them as before. Errors: spouse.session-over, spouse.no-consent, spouse.couple-not-found,
/// spouse.linked-already.
/// </summary>
[AllowSpouse]
public sealed record AnswerCoupleLink(Guid LinkId, bool Agrees) : ICommand<Result>, IBehindTheWall, IRunsAgain, ITraced;

internal sealed class AnswerCoupleLinkHandler(
    SpouseDbContext db, Actor actor, Caseworkers people, CoupleEnding ending, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<AnswerCoupleLink, Result>
{
    public async Task<Result> Handle(AnswerCoupleLink command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        var (now, link) = (clock.GetUtcNow(), await db.CoupleLinks.SingleOrDefaultAsync(l => l.Id == command.LinkId && l.CaseId == file.Id, cancellationToken));
        if (!command.Agrees)
        {
            if (link is { PartnerAgreedAt: null })
            {
                link.Decline();
            }
            else if (link is not null)
            {
                await ending.EndAsync(link, now, cancellationToken);
            }

            return Result.Success; // what is not there any more says no by itself
        }

        if (file.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        var doctor = link is null ? null : (await people.NamedAsync([link.DoctorId], cancellationToken)).GetValueOrDefault(link.DoctorId);
        if (link is null || doctor is null)
        {
            return SpouseErrors.CoupleNotFound;
        }

        if (link.PartnerAgreedAt is not null)
        {
            return Result.Success;
        }

        if (await db.CoupleLinks.AnyAsync(l => l.CaseId == file.Id && l.PartnerAgreedAt != null, cancellationToken))
        {
            return SpouseErrors.LinkedAlready;
        }

        link.Agree(now);
        db.Add(new SpouseEvent(file.Id, SpouseEventKind.CoupleLinked, null, now));
        outbox.Write(emails.CoupleLinked(doctor));
        return Result.Success;
    }
}
