using Dites32.Core.Candidates;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>The answer of a candidate to an offer, or to the mission (candidature), and its way through the pipeline.</summary>
internal sealed class Application
{
    public const int MaxMessageLength = 4000;

    /// <summary>How long a recruiter may take a move back; its mail waits as long.</summary>
    public static readonly TimeSpan TakeBackTime = TimeSpan.FromMinutes(5);

    private readonly List<ApplicationEvent> history = [];

    private Application() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null for a spontaneous application: it belongs to the pool of the mission.</summary>
    public Guid? OfferId { get; private init; }
    public Offer? Offer { get; private init; }
    public Guid CandidateId { get; private init; }
    public Candidate Candidate { get; private init; } = null!;
    public string Message { get; private set; } = "";

    /// <summary>Where, what and from when, for a spontaneous application.</summary>
    public Wishes? Wishes { get; private set; }

    /// <summary>One live application per offer and address.</summary>
    public string NormalisedEmail { get; private set; } = "";
    public DateTimeOffset? EmailConfirmedAt { get; private set; }

    /// <summary>The account in which the person finds it again, joined by a link that came by mail; no recruiter sees it.</summary>
    public Guid? AccountId { get; private set; }

    public Guid StageId { get; private set; }
    public StageCategory Category { get; private set; }

    /// <summary>What the person still reads while a move may be taken back.</summary>
    public Guid? FormerStageId { get; private set; }
    public StageCategory? FormerCategory { get; private set; }
    public DateTimeOffset? TakeBackUntil { get; private set; }

    /// <summary>The mail of the last move, while it waits.</summary>
    public Guid? WaitingEmailId { get; private set; }

    public DateTimeOffset SubmittedAt { get; private init; }
    public DateTimeOffset StageEnteredAt { get; private set; }
    public DateTimeOffset LastChangeAt { get; private set; }
    public DateTimeOffset? FirstAnswerAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public RefusalReason? Reason { get; private set; }

    /// <summary>The last day on which the person should hear from the recruiter; null when nothing is awaited.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    /// <summary>Since when the person lets the mission keep the application for other posts, and by which words; null: never asked for.</summary>
    public DateTimeOffset? PoolJoinedAt { get; private set; }
    public DateOnly? PoolTextVersion { get; private set; }

    /// <summary>When they took that back.</summary>
    public DateTimeOffset? PoolLeftAt { get; private set; }

    /// <summary>The privacy notice that the form named.</summary>
    public DateOnly? NoticeVersion { get; private set; }

    /// <summary>When the person was told that the end of its term is near.</summary>
    public DateTimeOffset? ErasureAnnouncedAt { get; private set; }

    /// <summary>Since when nobody knows any more who sent it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The draft it was sent from: sent again, it gives the first answer.</summary>
    public Guid SubmissionId { get; private init; }

    public IReadOnlyList<ApplicationEvent> History => history;

    public static Application Submit(
        Guid submissionId, Offer? offer, Stage received, Candidate candidate, string normalisedEmail, string message, Wishes? wishes, DateTimeOffset now)
    {
        var application = new Application
        {
            SubmissionId = submissionId,
            OfferId = offer?.Id,
            CandidateId = candidate.Id,
            Candidate = candidate,
            NormalisedEmail = normalisedEmail,
            Message = message,
            Wishes = wishes,
            StageId = received.Id,
            Category = received.Category,
            SubmittedAt = now,
            StageEnteredAt = now,
            LastChangeAt = now,
            AnswerDueOn = DueOn(received, now),
            NoticeVersion = Shared.NoticeVersion.Current,
        };
        application.Log(ApplicationEventKind.Submitted, null, now, to: received);
        return application;
    }

    /// <summary>The category that the person may know of now.</summary>
    /// <param name="isMailHeld">The mail of the last move has not left, be it after its time.</param>
    public StageCategory ShownCategory(DateTimeOffset now, bool isMailHeld) =>
        isMailHeld || now < TakeBackUntil ? FormerCategory ?? Category : Category;

    public bool IsLate(DateOnly today) => AnswerDueOn is { } due && due < today;

    /// <summary>Moves the card. The mail of the move, if there is one, waits until <see cref="TakeBackUntil"/>.</summary>
    /// <param name="neverLeft">The mail of the last move was stopped before it left, be it after its time.</param>
    public Result MoveTo(
        Stage stage, PipelineRole role, RefusalReason? reason, Guid? emailId, Guid? author, DateTimeOffset now, bool neverLeft = false)
    {
        if (PipelineRules.MoveFor(Category, stage.Category, role) is null)
        {
            return ApplicationErrors.CannotMove(Category, stage.Category);
        }

        if (PipelineRules.NeedsAnswer(stage.Category) && (reason is null || emailId is null))
        {
            return ApplicationErrors.AnswerMissing;
        }

        // A second move while the first still waits: the person has never heard of the first one, and its mail was no answer.
        var isUnheard = neverLeft || now < TakeBackUntil;
        FirstAnswerAt = isUnheard && FirstAnswerAt == StageEnteredAt ? null : FirstAnswerAt;
        if (role != PipelineRole.Person)
        {
            (FormerStageId, FormerCategory) = isUnheard ? (FormerStageId, FormerCategory) : (StageId, Category);
            TakeBackUntil = now + TakeBackTime;
            WaitingEmailId = emailId;
            if (emailId is not null)
            {
                FirstAnswerAt ??= now;
            }
        }
        else
        {
            (FormerStageId, FormerCategory, TakeBackUntil, WaitingEmailId) = (null, null, null, null);
        }

        Log(role == PipelineRole.Person ? ApplicationEventKind.Withdrawn : ApplicationEventKind.Moved, author, now, to: stage, reason: reason, isUnheard);
        Enter(stage, reason, now);
        return Result.Success;
    }

    /// <summary>
    /// Takes the last move back; the caller cancels its mail in the same save. The card stands as if nothing had happened:
    /// its time in the stage, the day its answer is due and the reason of its end are those of before.
    /// </summary>
    /// <param name="enteredAt">When the card entered the former stage.</param>
    public Result TakeBack(Stage former, DateTimeOffset enteredAt, RefusalReason? reason, Guid author, DateTimeOffset now)
    {
        if (TakeBackUntil is null || FormerStageId != former.Id || now >= TakeBackUntil)
        {
            return ApplicationErrors.TooLateToTakeBack;
        }

        Log(ApplicationEventKind.TakenBack, author, now, to: former);
        Enter(former, reason, enteredAt);
        LastChangeAt = now;
        FirstAnswerAt = FirstAnswerAt > enteredAt ? null : FirstAnswerAt; // the mail that was to be the first answer never left
        (FormerStageId, FormerCategory, TakeBackUntil, WaitingEmailId) = (null, null, null, null);
        return Result.Success;
    }

    public Result JoinTo(Guid accountId)
    {
        if (AccountId is not null && AccountId != accountId)
        {
            return ApplicationErrors.JoinedToAnother;
        }

        AccountId = accountId;
        return Result.Success;
    }

    /// <summary>Whoever read the former address may have joined it to an account of theirs.</summary>
    public void LeaveAccount() => AccountId = null;

    public void ConfirmEmail(DateTimeOffset now)
    {
        if (EmailConfirmedAt is null)
        {
            EmailConfirmedAt = now;
            Log(ApplicationEventKind.EmailConfirmed, null, now);
        }
    }

    /// <summary>Corrects how to reach the person; another address is unconfirmed again.</summary>
    public void CorrectContact(string name, string email, string normalisedEmail, string phone, DateTimeOffset now)
    {
        if (normalisedEmail != NormalisedEmail)
        {
            NormalisedEmail = normalisedEmail;
            EmailConfirmedAt = null;
        }

        Candidate.CorrectContact(name, email, phone);
        LastChangeAt = now;
        Log(ApplicationEventKind.ContactCorrected, null, now);
    }

    public DateTimeOffset? InPoolSince => PoolLeftAt is null ? PoolJoinedAt : null;

    public void JoinPool(DateOnly textVersion, DateTimeOffset now)
    {
        (PoolJoinedAt, PoolTextVersion, PoolLeftAt) = (now, textVersion, null);
        Log(ApplicationEventKind.PoolJoined, null, now);
    }

    public void LeavePool(DateTimeOffset now)
    {
        if (InPoolSince is not null)
        {
            PoolLeftAt = now;
            Log(ApplicationEventKind.PoolLeft, null, now);
        }
    }

    public void AnnounceErasure(DateTimeOffset now)
    {
        ErasureAnnouncedAt = now;
        Log(ApplicationEventKind.ErasureAnnounced, null, now);
    }

    /// <summary>Ends it because nobody has said anything for years: nobody is answered, and nothing can be taken back.</summary>
    public void Lapse(Stage closed, DateTimeOffset now)
    {
        Log(ApplicationEventKind.Moved, null, now, to: closed, reason: RefusalReason.Other);
        (FormerStageId, FormerCategory, TakeBackUntil, WaitingEmailId) = (null, null, null, null);
        Enter(closed, RefusalReason.Other, now);
    }

    /// <summary>Forgets who sent it and what they wrote; it stays where it is, and does not move any more.</summary>
    public void Erase(DateTimeOffset now)
    {
        if (ErasedAt is null)
        {
            ErasedAt = now;
            Log(ApplicationEventKind.Erased, null, now);
        }

        Message = "";
        Wishes = Wishes is null ? null : new Wishes("", "", null);
        NormalisedEmail = $"efface-{Id:N}"; // no address, and one of its own: two live ones to an offer are never equal
        EmailConfirmedAt = null;
        (FormerStageId, FormerCategory, TakeBackUntil, WaitingEmailId) = (null, null, null, null);
        (PoolJoinedAt, PoolTextVersion, PoolLeftAt, NoticeVersion, AccountId, ErasureAnnouncedAt) = (null, null, null, null, null, null);
        Candidate.Erase();
    }

    public void Log(
        ApplicationEventKind kind, Guid? author, DateTimeOffset now, Stage? to = null, RefusalReason? reason = null, bool replacesUnheard = false) =>
        history.Add(new ApplicationEvent(Id, kind, author, now)
        {
            FromStageId = to is null || kind == ApplicationEventKind.Submitted ? null : StageId,
            FromCategory = to is null || kind == ApplicationEventKind.Submitted ? null : Category,
            ToStageId = to?.Id,
            ToCategory = to?.Category,
            Reason = reason,
            ReplacesUnheard = replacesUnheard,
        });

    private void Enter(Stage stage, RefusalReason? reason, DateTimeOffset now)
    {
        (StageId, Category, Reason) = (stage.Id, stage.Category, reason);
        (StageEnteredAt, LastChangeAt) = (now, now);
        DecidedAt = stage.Category.IsEnd() ? now : null;
        AnswerDueOn = DueOn(stage, now);
    }

    public static DateOnly? DueOn(Stage stage, DateTimeOffset now) =>
        stage.AnswerDays is { } days ? WorkingDays.Add(now.ParisDay(), days) : null;
}

/// <summary>What someone without an offer in mind would like.</summary>
internal sealed record Wishes(string Where, string What, DateOnly? From)
{
    public const int MaxLength = 300;
}
