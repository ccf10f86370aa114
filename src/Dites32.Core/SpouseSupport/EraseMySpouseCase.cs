using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Erases a partner's file and all that belongs to it (RGPD, art. 17), which is also how they withdraw their consent. The
/// doctor's applications know nothing of it and stay as they are. Errors: spouse.session-over.
/// </summary>
[AllowSpouse]
public sealed record EraseMySpouseCase : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class EraseMySpouseCaseHandler(SpouseDbContext db, Actor actor, SpouseCaseErasure erasure, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<EraseMySpouseCase, Result>
{
    public async Task<Result> Handle(EraseMySpouseCase command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.OpenedBy(db, actor, clock.GetUtcNow()).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return SpouseErrors.SessionOver;
        }

        var address = file.Email;
        await erasure.EraseAsync(file, cancellationToken);
        outbox.Write(emails.Erased(address));
        return Result.Success;
    }
}

/// <summary>Removes a file in the save of the command; all that belongs to it goes with it, and its mails forget who they were for.</summary>
internal sealed class SpouseCaseErasure(SpouseDbContext db, SpouseOutbox outbox, TimeProvider clock)
{
    public async Task EraseAsync(SpouseCase file, CancellationToken cancellationToken)
    {
        await RemoveAsync(file, cancellationToken);
        db.Add(new SpouseErasure(file.Id, clock.GetUtcNow()));
    }

    /// <summary>Without a line in the journal, which has one already.</summary>
    public async Task RemoveAsync(SpouseCase file, CancellationToken cancellationToken)
    {
        await outbox.ForgetMailsAboutAsync([file.Id], EmailAddress.Normalise(file.Email), cancellationToken);
        foreach (var link in await db.CoupleLinks.Where(l => l.CaseId == file.Id).ToListAsync(cancellationToken))
        {
            if (link.PartnerAgreedAt is null)
            {
                link.Decline(); // the doctor's proposal looks to them as before
            }
            else
            {
                db.Remove(link);
            }
        }

        db.Remove(file);
    }
}
