using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The person has joined a document to an application that is already sent: its history and the recruiter know.</summary>
[AllowLinkHolder]
public sealed record TellDocumentAdded(Guid ApplicationId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class TellDocumentAddedHandler(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<TellDocumentAdded, Result>
{
    public async Task<Result> Handle(TellDocumentAdded command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.OpenedBy(db, actor).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        await db.MoveDocumentsAsync(application.Id, application.Id, cancellationToken); // kept as long as it, and no sweep takes them
        application.Log(ApplicationEventKind.DocumentAdded, null, clock.GetUtcNow());
        var contact = await contacts.OfAsync(application.Offer, cancellationToken);
        outbox.Write(emails.ToRecruiter("application.document-added", contact.Recruiter, application.Id, contact.OfferTitle,
            "Document ajouté", "Une personne a ajouté un document à sa candidature."));
        return Result.Success;
    }
}
