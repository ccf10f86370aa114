using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The move of one card with all that it brings: the rule, the guard of a public employer, the mail that waits, the event.</summary>
internal sealed class CardMove(
    AppDbContext db, Actor actor, Outbox outbox, PipelineEmails emails, ApplicationContacts contacts, TimeProvider clock)
{
    private ApplicationContact? contact;

    public async Task<Result> ToAsync(Application application, Stage stage, RefusalReason? reason, string? words, CancellationToken cancellationToken)
    {
        if (await CheckAsync(application, stage, reason, words, cancellationToken) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        var older = application.WaitingEmailId is { } waiting ? await outbox.SupersedeAsync(waiting, cancellationToken) : OlderMail.MayHaveBeenRead;
        if (older == OlderMail.Leaving)
        {
            return ApplicationErrors.MailLeaving; // its fate is known in a minute, and the person must not read two answers
        }

        Guid? emailId = null;
        if (WritesToPerson(application, stage, older == OlderMail.NeverLeft || now < application.TakeBackUntil))
        {
            var (link, secret) = PersonalLink.ToApplication(application.Id, now);
            db.Add(link);
            var email = await ComposeAsync(application, stage, words, secret, cancellationToken);
            emailId = outbox.Write(email with { SendAfter = now + Application.TakeBackTime });
        }

        return application.MoveTo(
            stage, actor.PipelineRole(), PipelineRules.NeedsAnswer(stage.Category) ? reason : null, emailId, actor.RequiredAccountId, now,
            older == OlderMail.NeverLeft);
    }

    /// <summary>Why the move cannot be done, or null.</summary>
    public async Task<Error?> CheckAsync(Application application, Stage stage, RefusalReason? reason, string? words, CancellationToken cancellationToken)
    {
        if (application.ErasedAt is not null)
        {
            return ApplicationErrors.Erased;
        }

        if (!PipelineRules.Allows(application.Category, stage.Category, actor.PipelineRole()))
        {
            return ApplicationErrors.CannotMove(application.Category, stage.Category);
        }

        if (PipelineRules.NeedsAnswer(stage.Category) && (reason is null || string.IsNullOrWhiteSpace(words)))
        {
            return ApplicationErrors.AnswerMissing;
        }

        if (application.Offer is not { } offer || stage.Category is not (StageCategory.Accepted or StageCategory.InPost))
        {
            return null;
        }

        var isPublic = await (from site in db.Sites
                              join organisation in db.Organisations on site.OrganisationId equals organisation.Id
                              where site.Id == offer.SiteId
                              select organisation.IsPublicEmployer).SingleAsync(cancellationToken);
        return offer.MayHireOn(clock.Today(), isPublic).Error;
    }

    public async Task<Email> ComposeAsync(Application application, Stage stage, string? words, string? secret, CancellationToken cancellationToken)
    {
        contact ??= await contacts.OfAsync(application.Offer, cancellationToken); // the cards of one request are of one offer
        return emails.Moved(application, stage, contact, Application.DueOn(stage, clock.GetUtcNow()), (words ?? "").Trim(), secret);
    }

    /// <summary>Whether moving the card there now would write to the person.</summary>
    public async Task<bool> WritesToPersonAsync(Application application, Stage stage, CancellationToken cancellationToken) =>
        WritesToPerson(application, stage, clock.GetUtcNow() < application.TakeBackUntil || await outbox.IsHeldAsync(application.WaitingEmailId, cancellationToken));

    /// <summary>Back to where the person believes the card to be, there is nothing to tell.</summary>
    private static bool WritesToPerson(Application application, Stage stage, bool isUnheard) =>
        PipelineRules.NeedsAnswer(stage.Category)
        || (stage.NotifiesCandidate && !(isUnheard && application.FormerStageId == stage.Id));
}
