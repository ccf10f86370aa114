using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Dites32.Tests.Internships.Events;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>What happens in the semester of <see cref="InternGround"/>, where both candidates have a placement.</summary>
internal sealed record EventGround
{
    public Guid DraftId { get; } = Guid.NewGuid();

    /// <summary>Announced; nobody comes yet.</summary>
    public Guid OpenId { get; } = Guid.NewGuid();

    /// <summary>Both candidates come.</summary>
    public Guid GuestsId { get; } = Guid.NewGuid();

    /// <summary>It has begun.</summary>
    public Guid HeldId { get; } = Guid.NewGuid();
    public Guid PollId { get; } = Guid.NewGuid();
    public Guid AssignmentOfA { get; } = Guid.NewGuid();
    public Guid AssignmentOfB { get; } = Guid.NewGuid();
    public uint OpenVersion { get; private set; }
    public uint WelcomeVersion { get; private set; }

    public Guid AssignmentOf(Side side) => side.Name == Side.OfA ? AssignmentOfA : side.Name == Side.OfB ? AssignmentOfB : Guid.NewGuid();

    public static async Task<EventGround> MakeAsync(Ground ground, Actor coordinator, InternGround interns)
    {
        var made = new EventGround();
        async Task DoAsync<T>(ICommand<Result<T>> command) => Assert.Null((await ground.SendAsync(coordinator, command)).Error);
        async Task DoneAsync(ICommand<Result> command) => Assert.Null((await ground.SendAsync(coordinator, command)).Error);
        foreach (var (assignment, intern) in new[] { (made.AssignmentOfA, interns.OfCandidateA), (made.AssignmentOfB, interns.OfCandidateB) })
        {
            await DoAsync(new AssignIntern(
                assignment, intern, interns.SemesterId, AssignmentKind.Placement, interns.OtherPlacementId, TrainingSlot.PractitionerLevel1, IsInExcess: true, Where: null));
        }

        foreach (var id in new[] { made.DraftId, made.OpenId, made.GuestsId })
        {
            await DoAsync(new WriteEvent(id, interns.SemesterId, SampleEvents.Form(day: "2026-03-20")));
        }

        await DoneAsync(new AnnounceEvent(made.OpenId));
        await DoneAsync(new AnnounceEvent(made.GuestsId));
        await DoAsync(new RegisterInternForEvent(made.GuestsId, interns.OfCandidateA));
        await DoAsync(new RegisterInternForEvent(made.GuestsId, interns.OfCandidateB));
        await DoAsync(new AskPoll(made.PollId, interns.SemesterId, "Quel jour ?", ["Mardi", "Jeudi"], "2026-03-20"));
        await DoneAsync(new WriteWelcome(interns.SemesterId, 0, "Bonjour {prenom}"));
        await ground.InDatabaseAsync(async db =>
        {
            var began = ground.Clock.Now.AddHours(-1);
            var held = SemesterEvent.Of(made.HeldId, interns.SemesterId, new EventProfile(
                SemesterEventKind.Other, "Soirée", began, began.AddHours(3), "Auch", null, null, null, null, null));
            held.Announce();
            db.Add(held);
            await db.SaveChangesAsync(Ground.Stop);
            made.OpenVersion = await db.SemesterEvents.Where(e => e.Id == made.OpenId).Select(e => EF.Property<uint>(e, "Version")).SingleAsync(Ground.Stop);
            made.WelcomeVersion = await db.SemesterWelcomes.Select(w => EF.Property<uint>(w, "Version")).SingleAsync(Ground.Stop);
            return 0;
        });
        return made;
    }
}
