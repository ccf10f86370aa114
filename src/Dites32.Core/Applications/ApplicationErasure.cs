using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Forgets who sent an application and what they wrote, with its notes, documents and links. For the recruiter an
/// application under way is withdrawn first: what remains says that, and when, and nothing of the person.
/// </summary>
internal sealed class ApplicationErasure(
    AppDbContext db, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, CandidateTwins twins, TimeProvider clock)
{
    /// <param name="tell">False when it is done again after a restore: the recruiter was told the first time.</param>
    public async Task EraseAsync(Guid applicationId, bool tell, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Include(a => a.Candidate).Include(a => a.Offer).SingleOrDefaultAsync(a => a.Id == applicationId, cancellationToken);
        if (application is null)
        {
            return; // gone since, or before the backup
        }

        var now = clock.GetUtcNow();
        if (PipelineRules.Allows(application.Category, StageCategory.Withdrawn, PipelineRole.Person))
        {
            var withdrawn = await db.Stages.SingleAsync(s => s.OfferId == application.OfferId && s.Category == StageCategory.Withdrawn, cancellationToken);
            application.MoveTo(withdrawn, PipelineRole.Person, null, null, null, now);
            if (tell)
            {
                var contact = await contacts.OfAsync(application.Offer, cancellationToken);
                outbox.Write(emails.ToRecruiter("application.erased-by-person", contact.Recruiter, application.Id, contact.OfferTitle,
                    "Candidature retirée", "Une personne a retiré sa candidature et fait effacer ses données."));
            }
        }

        await twins.LeaveGroupAsync(application.Candidate, cancellationToken);
        application.Erase(now);
        db.RemoveRange(await db.ApplicationNotes.Where(n => n.ApplicationId == applicationId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.PersonalLinks.Where(l => l.ApplicationId == applicationId).ToListAsync(cancellationToken));
        await db.RemoveDocumentsAsync(applicationId, cancellationToken);
    }

    /// <summary>A draft with its links and documents, sent or not.</summary>
    public async Task EraseDraftAsync(Guid draftId, CancellationToken cancellationToken)
    {
        await db.RemoveDocumentsAsync(draftId, cancellationToken);
        db.RemoveRange(await db.PersonalLinks.Where(l => l.DraftId == draftId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ApplicationDrafts.Where(d => d.Id == draftId).ToListAsync(cancellationToken));
    }
}
