using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Asks the person for other files, with a link to send them by, while the application still waits for something. The
/// owner of a draft sees the verdict on the draft itself.
/// </summary>
internal sealed class TellDocumentsRefused(
    AppDbContext db, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : INotificationHandler<DocumentsRefused>
{
    public async Task Handle(DocumentsRefused refused, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == refused.OwnerId, cancellationToken);
        if (application is null || application.Category.IsEnd())
        {
            return;
        }

        var (link, secret) = PersonalLink.ToApplication(application.Id, clock.GetUtcNow());
        db.Add(link);
        var contact = await contacts.OfAsync(application.Offer, cancellationToken);
        outbox.Write(emails.DocumentsRefused(application, contact.OfferTitle, contact.ForCandidate, secret));
    }
}
