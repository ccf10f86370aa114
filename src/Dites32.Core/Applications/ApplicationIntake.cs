using Dites32.Core.Accounts;
using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Turns a complete draft into an application, or tells the mailbox that it has one already: the page shows no difference.</summary>
internal sealed class ApplicationIntake(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
{
    public async Task<Result> TakeInAsync(ApplicationDraft draft, bool joinsPool, CancellationToken cancellationToken)
    {
        var offer = draft.OfferId is null ? null : await db.Offers.SingleAsync(o => o.Id == draft.OfferId, cancellationToken);
        if (offer is not null && !offer.IsOpen(clock.Today()))
        {
            return OfferErrors.Closed;
        }

        var contact = await contacts.OfAsync(offer, cancellationToken);
        var email = EmailAddress.Normalise(draft.Email);
        var live = await db.Applications.Include(a => a.Candidate).SingleOrDefaultAsync(
            a => a.OfferId == draft.OfferId && a.NormalisedEmail == email && a.Category != StageCategory.Withdrawn, cancellationToken);
        if (live is null)
        {
            await CreateAsync(draft, joinsPool, offer, email, contact, cancellationToken);
        }
        else
        {
            await TellTheMailboxAsync(draft, live, contact, cancellationToken);
        }

        return Result.Success;
    }

    private async Task CreateAsync(
        ApplicationDraft draft, bool joinsPool, Offer? offer, string email, ApplicationContact contact, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var received = await db.Stages.SingleAsync(s => s.OfferId == draft.OfferId && s.Category == StageCategory.Received, cancellationToken);
        var candidate = Candidate.Of(draft.Name, draft.Email, draft.Phone, draft.Status!.Value, draft.Rpps, draft.SpecialtyCode, now);
        var application = Application.Submit(draft.Id, offer, received, candidate, email, draft.Message, draft.Wishes, now);
        await JoinToOwnAccountAsync(application, email, cancellationToken);
        await VerifyRppsAsync(candidate, cancellationToken);
        if (joinsPool)
        {
            application.JoinPool(PoolConsent.TextVersion, now);
        }

        var (link, secret) = PersonalLink.ToApplication(application.Id, now);
        db.AddRange(candidate, application, link);
        await db.MoveDocumentsAsync(draft.Id, application.Id, cancellationToken);

        var due = application.AnswerDueOn!.Value;
        outbox.Write(emails.Received(application, contact.OfferTitle, contact.ForCandidate, due, secret));
        outbox.Write(emails.ToRecruiter("application.arrived", contact.Recruiter, application.Id, contact.OfferTitle,
            "Nouvelle candidature", $"Une candidature vient d'arriver. Une réponse est due au plus tard le {due.InWords()}."));
        draft.Sent(application.Id, now);
    }

    /// <summary>Sent by somebody signed in, from the address that their account has confirmed: they find it there.</summary>
    private async Task JoinToOwnAccountAsync(Application application, string email, CancellationToken cancellationToken)
    {
        if (actor.AccountId is { } accountId
            && await db.FindAccountAsync(email, cancellationToken) is { EmailConfirmed: true } account && account.Id == accountId)
        {
            application.JoinTo(accountId);
        }
    }

    /// <summary>Sent by somebody signed in whose own number was confirmed to the portal, if that is the number they give.</summary>
    private async Task VerifyRppsAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (actor.AccountId is { } accountId && await db.Users.SingleAsync(a => a.Id == accountId, cancellationToken)
            is { Rpps: { } rpps, RppsVerifiedBy: { } source, RppsVerifiedAt: { } at })
        {
            candidate.VerifyRpps(rpps, source, at);
        }
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
