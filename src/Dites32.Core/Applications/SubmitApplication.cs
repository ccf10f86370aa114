using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Last step: the draft becomes an application. However often it is sent, there is one row and one answer. An address that
/// already has a live application to the offer gets the same answer, and only its mailbox is told.
/// </summary>
[AllowLinkHolder]
public sealed record SubmitApplication(Guid DraftId) : ICommand<Result>, ISubmission, IAbout
{
    Guid ISubmission.SubmissionId => DraftId;
    Guid IAbout.SubjectId => DraftId;
}

internal sealed class SubmitApplicationHandler(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<SubmitApplication, Result>
{
    public async Task<Result> Handle(SubmitApplication command, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.OpenedBy(db, actor).SingleOrDefaultAsync(d => d.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return ApplicationErrors.DraftNotFound;
        }

        if (draft.SentAt is not null)
        {
            return Result.Success; // sent twice: the first answer again
        }

        if (!draft.IsComplete)
        {
            return ApplicationErrors.DraftIncomplete;
        }

        var offer = draft.OfferId is null ? null : await db.Offers.SingleAsync(o => o.Id == draft.OfferId, cancellationToken);
        if (offer is not null && !offer.IsOpen(clock.Today()))
        {
            return OfferErrors.Closed;
        }

        var contact = await contacts.OfAsync(offer, cancellationToken);
        var live = await LiveAsync(draft, cancellationToken);
        if (live is not null)
        {
            await TellTheMailboxAsync(draft, live, contact, cancellationToken);
        }
        else
        {
            await CreateAsync(draft, offer, contact, cancellationToken);
        }

        return Result.Success;
    }

    private Task<Application?> LiveAsync(ApplicationDraft draft, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalise(draft.Email);
        return db.Applications.Include(a => a.Candidate).SingleOrDefaultAsync(
            a => a.OfferId == draft.OfferId && a.NormalisedEmail == email && a.Category != StageCategory.Withdrawn, cancellationToken);
    }

    private async Task CreateAsync(ApplicationDraft draft, Offer? offer, ApplicationContact contact, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var received = await db.Stages.SingleAsync(s => s.OfferId == draft.OfferId && s.Category == StageCategory.Received, cancellationToken);
        var candidate = Candidate.Of(draft.Name, draft.Email, draft.Phone, draft.Status!.Value, draft.Rpps, draft.SpecialtyCode, now);
        var application = Application.Submit(
            draft.Id, offer, received, candidate, EmailAddress.Normalise(draft.Email), draft.Message, draft.Wishes, now);
        var (link, secret) = PersonalLink.ToApplication(application.Id, now);
        db.AddRange(candidate, application, link);
        await db.HandDocumentsOverAsync(draft.Id, application.Id, cancellationToken);
        outbox.Write(emails.Received(application, offer?.Title, contact.ForCandidate, application.AnswerDueOn!.Value, secret));
        outbox.Write(emails.ToRecruiter("application.arrived", contact.Recruiter, application.Id, offer?.Title,
            "Nouvelle candidature", $"Une candidature vient d'arriver. Une réponse est due au plus tard le {application.AnswerDueOn.Value.InWords()}."));
        draft.Sent(application.Id, now);
    }

    private async Task TellTheMailboxAsync(ApplicationDraft draft, Application live, ApplicationContact contact, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await outbox.MayWriteAsync(ApplicationEmails.LinkKind, draft.Email, cancellationToken))
        {
            var (link, secret) = PersonalLink.ToApplication(live.Id, now);
            db.Add(link);
            outbox.Write(emails.AlreadyThere(draft.Email, draft.Name, live, contact.OfferTitle, contact.ForCandidate, secret));
        }

        draft.Sent(null, now);
    }
}
