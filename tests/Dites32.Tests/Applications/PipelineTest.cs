using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Applications;

/// <summary>Offers with applications sent as a person sends them, and what a recruiter needs to know to move them.</summary>
public abstract class PipelineTest : WebTest
{
    private int people;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected Task<Actor> MissionAsync() => SomeoneAsync(Role.Dites32Recruiter);

    /// <param name="offer">None: to the mission's pool.</param>
    private protected async Task<Guid> ApplyAsync(
        Offer? offer, string name = "Dr Alix Martin", string? email = null, string message = "Je cherche à m'installer.", string rpps = "",
        string phone = "06 12 34 56 78")
    {
        email ??= $"personne{people++}@exemple.fr";
        var submission = Guid.CreateVersion7();
        var draft = (await SendAsync(Actor.Anonymous, new StartApplication(submission, offer?.Number, name, email, phone, false))).Value;
        var holder = Actor.Anonymous.Holding([draft.LinkId]);
        Assert.Null((await SendAsync(holder, new WriteDraft(
            draft.DraftId, CandidateStatus.Locum, rpps, "medecine-generale", message, "Autour d'Auch", "Libéral", "", false))).Error);
        Assert.Null((await SendAsync(holder, new SubmitApplication(draft.DraftId))).Error);
        return await InDatabaseAsync(db => db.Applications.Where(a => a.SubmissionId == submission).Select(a => a.Id).SingleAsync(Stop));
    }

    /// <summary>The person, as the browser that holds their personal link.</summary>
    private protected async Task<Actor> PersonAsync(Guid applicationId) => Actor.Anonymous.Holding([await InDatabaseAsync(db =>
        db.PersonalLinks.Where(l => l.ApplicationId == applicationId).OrderBy(l => l.Id).Select(l => l.Id).FirstAsync(Stop))]);

    private protected Task<CardState> StateAsync(Guid applicationId) => InDatabaseAsync(async db =>
    {
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, Stop);
        return new CardState(application, db.Entry(application).Property<uint>("Version").CurrentValue);
    });

    private protected Task<Guid> StageAsync(Guid? offerId, StageCategory category) => InDatabaseAsync(db =>
        db.Stages.Where(s => s.OfferId == offerId && s.Category == category).Select(s => s.Id).SingleAsync(Stop));

    /// <summary>Moves the card as it stands now.</summary>
    private protected async Task<Result> MoveAsync(Actor actor, Guid applicationId, StageCategory to, RefusalReason? reason = null, string? answer = null)
    {
        var state = await StateAsync(applicationId);
        return await SendAsync(actor, new MoveApplication(applicationId, await StageAsync(state.Application.OfferId, to), state.Version, reason, answer));
    }

    private protected async Task MoveAllTheWayAsync(Actor actor, Guid applicationId, params StageCategory[] way)
    {
        foreach (var stage in way)
        {
            Assert.Null((await MoveAsync(actor, applicationId, stage, RefusalReason.OtherChosen, "Merci à vous.")).Error);
        }
    }

    private protected Task<List<OutboxEmail>> MailsAsync(Guid applicationId) => InDatabaseAsync(db =>
        db.OutboxEmails.AsNoTracking().Where(e => e.AboutId == applicationId && e.Kind == PipelineEmails.MovedKind).OrderBy(e => e.SendAfter).ThenBy(e => e.Id).ToListAsync(Stop));

    /// <summary>The relay has taken the mails of this card that were waiting.</summary>
    private protected Task<int> MailsLeaveAsync(Guid applicationId) => InDatabaseAsync(db => db.OutboxEmails
        .Where(e => e.AboutId == applicationId && e.Kind == PipelineEmails.MovedKind && e.SentAt == null && e.CancelledAt == null)
        .ExecuteUpdateAsync(mail => mail
            .SetProperty(e => e.Attempts, 1).SetProperty(e => e.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(e => e.SentAt, Clock.Now).SetProperty(e => e.ProtectedBody, (string?)null), Stop));

    private protected string BodyOf(OutboxEmail email) =>
        Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("outbox").Unprotect(email.ProtectedBody!);

    private protected Task<int> MovesAsync(Guid applicationId) => InDatabaseAsync(db =>
        db.ApplicationEvents.CountAsync(e => e.ApplicationId == applicationId && e.Kind == ApplicationEventKind.Moved, Stop));
}

internal sealed record CardState(Application Application, uint Version)
{
    public StageCategory Category => Application.Category;
}
