using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Asks the person for another file, with a link to send it by, while the application still waits for something. The
/// owner of a draft sees the verdict on the draft itself.
/// </summary>
internal sealed class TellDocumentRefused(
    AppDbContext db, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : INotificationHandler<DocumentRefused>
{
    public async Task Handle(DocumentRefused refused, CancellationToken cancellationToken)
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
        outbox.Write(emails.DocumentRefused(application, contact.OfferTitle, contact.ForCandidate, secret));
    }
}
