using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>What a partner says of themselves. All but the name, the address and the trade may stay empty.</summary>
/// <param name="DoctorName">Only if the person wants to name them; it leads to nobody's application.</param>
/// <param name="InseeCode">The commune where they would live, once they think of one.</param>
internal sealed record SpouseProfile(
    string Name, string? Phone, Couple? Couple, string? DoctorName, string Profession, SpouseProject? Project, string? InseeCode, DateOnly? ArrivesOn, string? Message);

/// <summary>
/// The file of a doctor's partner (dossier Dites32 à 2), opened by the partner, who alone agrees to it. It stands behind the
/// wall: nobody who recruits may learn that it exists (CNIL; Labour Code, L. 1221-6).
/// </summary>
internal sealed class SpouseCase
{
    public const int MaxNameLength = 120, MaxTextLength = 200, MaxMessageLength = 2000, MaxStepLength = 200, MaxPhoneLength = 30;

    /// <summary>How long a request waits for its address to be confirmed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private readonly List<SpouseEvent> events = [];

    private SpouseCase() { }

    /// <summary>Of a partner who registers, drawn by their form: sent twice, it is one file.</summary>
    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public string Email { get; private init; } = "";
    public string NormalisedEmail { get; private init; } = "";
    public string? Phone { get; private set; }
    public Couple? Couple { get; private set; }
    public string? DoctorName { get; private set; }
    public string? Profession { get; private set; }
    public SpouseProject? Project { get; private set; }

    /// <summary>The trade in the nomenclature of France Travail, said by a caseworker; null while nobody has.</summary>
    public string? RomeCode { get; private set; }
    public string? InseeCode { get; private set; }
    public DateOnly? ArrivesOn { get; private set; }
    public string? Message { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whoever invited them; null when they came by themselves.</summary>
    public Guid? InvitedById { get; private init; }

    /// <summary>
    /// Only the address is here, typed by the doctor who lives with them: nobody sees it before they agree, and opening a link
    /// is no agreement.
    /// </summary>
    public bool ByDoctor { get; private set; }

    /// <summary>Somebody else has typed the address: the person has written nothing yet.</summary>
    public bool IsInvited => ConsentedAt is null && (InvitedById is not null || ByDoctor);

    /// <summary>Null: nothing of it is used, but to ask for the consent.</summary>
    public DateTimeOffset? ConsentedAt { get; private set; }

    /// <summary>The notice that they agreed to.</summary>
    public DateOnly? NoticeVersion { get; private set; }
    public SpouseCaseState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>The caseworker; null while nobody is one.</summary>
    public Guid? OwnerId { get; private set; }
    public DateTimeOffset LastContactAt { get; private set; }

    /// <summary>The day on which it is erased, as the person was told; null while its term is far.</summary>
    public DateOnly? ErasesOn { get; private set; }

    /// <summary>Saved with it; read by query.</summary>
    public IReadOnlyCollection<SpouseEvent> NewEvents => events;

    public static SpouseCase Requested(Guid id, string email, SpouseProfile profile, DateTimeOffset now)
    {
        var file = New(id, email, null, now);
        file.Take(profile);
        return file;
    }

    public static SpouseCase Invited(Guid id, string name, string email, Guid invitedById, DateTimeOffset now)
    {
        var file = New(id, email, invitedById, now);
        (file.Name, file.OwnerId) = (name, invitedById);
        file.Log(SpouseEventKind.Invited, invitedById, now);
        return file;
    }

    public static SpouseCase InvitedByDoctor(Guid id, string email, DateTimeOffset now)
    {
        var file = New(id, email, null, now);
        file.ByDoctor = true;
        return file;
    }

    private static SpouseCase New(Guid id, string email, Guid? invitedById, DateTimeOffset now)
    {
        var (step, on) = SpouseCaseRules.UsualStep(SpouseCaseState.Contact, now.ParisDay());
        return new SpouseCase
        {
            Id = id,
            Email = email.Trim(),
            NormalisedEmail = EmailAddress.Normalise(email),
            InvitedById = invitedById,
            CreatedAt = now,
            State = SpouseCaseState.Contact,
            StateSince = now,
            NextStep = step,
            NextStepOn = on,
            LastContactAt = now,
        };
    }

    /// <summary>Corrected by the person themselves.</summary>
    public void Correct(SpouseProfile profile, DateTimeOffset now)
    {
        Take(profile);
        if (ConsentedAt is not null)
        {
            Log(SpouseEventKind.Corrected, null, now);
        }
        else if (InvitedById is null)
        {
            CreatedAt = now; // sent again: it waits from now on
        }
    }

    /// <summary>The person agrees, in the space that only their mailbox opens. Said twice, it changes nothing.</summary>
    /// <param name="step">What comes next, and when.</param>
    public void Agree(Guid? ownerId, (string Text, DateOnly On) step, DateOnly notice, DateTimeOffset now)
    {
        if (ConsentedAt is not null)
        {
            return;
        }

        (ConsentedAt, NoticeVersion, LastContactAt) = (now, notice, now);
        OwnerId = ownerId;
        Enter(SpouseCaseState.Consent, step.Text, step.On, null, now);
    }

    /// <param name="step">Null for a closed file, which waits for nothing.</param>
    public Result MoveTo(SpouseCaseState to, string? step, DateOnly? on, Guid authorId, DateTimeOffset now)
    {
        if (!SpouseCaseRules.MovesFrom(State).Contains(to))
        {
            return SpouseErrors.WrongMove(State, to);
        }

        Enter(to, SpouseCaseRules.NeedsNextStep(to) ? step : null, SpouseCaseRules.NeedsNextStep(to) ? on : null, authorId, now);
        return Result.Success;
    }

    public void PlanStep(string step, DateOnly on, Guid authorId, DateTimeOffset now)
    {
        (NextStep, NextStepOn) = (step, on);
        Log(SpouseEventKind.StepPlanned, authorId, now);
    }

    public void HandOver(Guid ownerId, Guid authorId, DateTimeOffset now)
    {
        OwnerId = ownerId;
        Log(SpouseEventKind.HandedOver, authorId, now);
    }

    public void IsOfTrade(string? romeCode) => RomeCode = romeCode;

    /// <summary>Caseworker and partner have spoken: the term of two years starts again.</summary>
    public void Spoke(Guid authorId, DateTimeOffset now)
    {
        (LastContactAt, ErasesOn) = (now, null);
        Log(SpouseEventKind.Spoke, authorId, now);
    }

    /// <summary>The person has come to their space, which is a contact too.</summary>
    public void Came(DateTimeOffset now) => (LastContactAt, ErasesOn) = (now, null);

    /// <summary>The person is told that it goes on this day, unless they come back before.</summary>
    public void Announce(DateOnly erasesOn, DateTimeOffset now)
    {
        ErasesOn = erasesOn;
        Log(SpouseEventKind.ErasureAnnounced, null, now);
    }

    private void Take(SpouseProfile profile)
    {
        ByDoctor = false; // from now on it is their own
        (Name, Phone, Couple, DoctorName, Profession, Project, InseeCode, ArrivesOn, Message) =
            (profile.Name, profile.Phone, profile.Couple, profile.DoctorName, profile.Profession, profile.Project, profile.InseeCode, profile.ArrivesOn, profile.Message);
    }

    private void Enter(SpouseCaseState to, string? step, DateOnly? on, Guid? authorId, DateTimeOffset now)
    {
        events.Add(new SpouseEvent(Id, SpouseEventKind.Moved, authorId, now) { From = State, To = to });
        (State, StateSince, NextStep, NextStepOn) = (to, now, step, on);
    }

    private void Log(SpouseEventKind kind, Guid? authorId, DateTimeOffset now) => events.Add(new SpouseEvent(Id, kind, authorId, now));
}
