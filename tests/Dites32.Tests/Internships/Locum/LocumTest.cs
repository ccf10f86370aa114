using Dites32.Core.Internships;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Locum;

/// <summary>In April 2027, three semesters after November 2025, with an intern who has an account.</summary>
public abstract class LocumTest : InternshipTest
{
    protected Guid Before { get; } = Guid.NewGuid();
    protected Actor Mine { get; private set; } = null!;
    protected Guid InternId { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Now = new DateTimeOffset(2027, 4, 1, 9, 0, 0, TimeSpan.Zero);
        await DoAsync(new AddSemester(Before, "2025-11-03", "2026-05-03"));
        (InternId, Mine) = await InternAndAccountAsync("Noa Blanc");
    }

    protected async Task<(Guid Id, Actor Actor)> InternAndAccountAsync(string name)
    {
        var (actor, id) = await InternWithAccountAsync(name);
        return (id, actor);
    }

    protected async Task<Guid> AwayAsync(Guid internId, Guid semesterId, TrainingSlot slot) => await DoAsync(
        new AssignIntern(Guid.NewGuid(), internId, semesterId, AssignmentKind.Elsewhere, null, slot, IsInExcess: false, "CHU"));

    /// <summary>Urgences, then with a practitioner, then SASPAS: not concluded yet.</summary>
    protected async Task<IReadOnlyList<Guid>> ThreeAsync(Guid internId) =>
        [await AwayAsync(internId, Before, TrainingSlot.Emergency), await AwayAsync(internId, Summer, TrainingSlot.PractitionerLevel1), await AwayAsync(internId, Winter, TrainingSlot.Saspas)];

    protected async Task<Result> ConcludeAsync(Guid assignmentId, AssignmentOutcome outcome) =>
        await SendAsync(Coordinator, new ConcludeAssignment(assignmentId, await VersionAsync(assignmentId), outcome, outcome == AssignmentOutcome.Awaited ? null : "6"));

    protected async Task<MyLocum> MyLocumAsync(Actor? actor = null) => (await SendAsync(actor ?? Mine, new GetMyLocum())).Value;

    protected async Task<InternCareer> CareerAsync(Guid? internId = null) => (await SendAsync(Coordinator, new GetIntern(internId ?? InternId))).Value.Career;

    /// <summary>The mails on the licence that wait or have left.</summary>
    protected Task<int> MailsAsync() => InDatabaseAsync(db => db.OutboxEmails.CountAsync(e => e.Kind == LocumEmails.LicenceKind && e.CancelledAt == null, Stop));

    protected static StepForm Step(CareerStage stage, string day, string? inGers = null, bool isShared = false) =>
        new() { Stage = stage.ToString(), Day = day, InGers = inGers, IsShared = isShared };

    protected Task<Result<Guid>> WriteAsync(CareerStage stage, string day, string? inGers = null, bool isShared = false, Actor? actor = null) =>
        SendAsync(actor ?? Mine, new WriteMyStep(Guid.NewGuid(), Step(stage, day, inGers, isShared)));
}
