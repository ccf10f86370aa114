using Dites32.Core.Internships;
using Dites32.Core.Internships.Figures;
using Dites32.Core.Internships.Locum;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Locum;

/// <summary>Steps after the semesters: their order, who writes them, who sees them.</summary>
public sealed class CareerTests : LocumTest
{
    [Fact]
    public async Task Steps_follow_each_other_as_they_can()
    {
        Assert.Equal("career.needs-licence", (await WriteAsync(CareerStage.LocumWithLicence, "2026-12-01")).Error?.Code);
        Assert.Null((await WriteAsync(CareerStage.LicenceObtained, "2026-11-20")).Error);
        Assert.Equal("career.needs-licence", (await WriteAsync(CareerStage.LocumWithLicence, "2026-11-19")).Error?.Code);
        Assert.Null((await WriteAsync(CareerStage.LocumWithLicence, "2026-12-01")).Error);
        foreach (var stage in new[] { CareerStage.JuniorDoctor, CareerStage.LocumWithThesis, CareerStage.Collaborator, CareerStage.Salaried, CareerStage.Settled })
        {
            Assert.Equal("career.needs-thesis", (await WriteAsync(stage, "2027-02-01")).Error?.Code);
        }

        var thesis = (await WriteAsync(CareerStage.Thesis, "2027-01-10")).Value;
        Assert.Equal("career.already-thesis", (await WriteAsync(CareerStage.LocumWithLicence, "2027-01-11")).Error?.Code);
        Assert.Equal("career.needs-thesis", (await WriteAsync(CareerStage.Settled, "2027-01-09")).Error?.Code);
        Assert.Null((await WriteAsync(CareerStage.JuniorDoctor, "2027-02-01")).Error);
        Assert.Equal("career.junior-doctor", (await WriteAsync(CareerStage.LocumWithLicence, "2027-02-02")).Error?.Code);
        Assert.Null((await WriteAsync(CareerStage.Settled, "2027-03-01", "oui")).Error);
        Assert.Equal("career.carries", (await SendAsync(Mine, new RemoveMyStep(thesis))).Error?.Code);
        Assert.Equal("career.carries", (await SendAsync(Mine, new CorrectMyStep(thesis, await StepVersionAsync(thesis), Step(CareerStage.Thesis, "2027-03-15")))).Error?.Code);
        Assert.Null((await SendAsync(Mine, new CorrectMyStep(thesis, await StepVersionAsync(thesis), Step(CareerStage.Thesis, "2027-01-05")))).Error);
        Assert.Equal("invalid", (await WriteAsync(CareerStage.Thesis, "2027-04-02")).Error?.Code); // tomorrow
        Assert.Equal("invalid", (await WriteAsync(CareerStage.Thesis, "2025-11-02")).Error?.Code); // before the entry
        Assert.Equal("invalid", (await SendAsync(Mine, new WriteMyStep(Guid.NewGuid(), Step(CareerStage.Settled, "2027-03-02", "non") with { Commune = "Auch" }))).Error?.Code);
    }

    [Fact]
    public async Task A_thesis_taken_away_while_a_settlement_is_written_leaves_no_settlement_without_a_thesis()
    {
        for (var round = 0; round < 8; round++)
        {
            var (intern, mine) = await InternAndAccountAsync($"Interne {round}");
            var thesis = (await WriteAsync(CareerStage.Thesis, "2027-01-10", actor: mine)).Value;

            await Task.WhenAll(SendAsync(mine, new RemoveMyStep(thesis)), WriteAsync(CareerStage.Settled, "2027-02-01", actor: mine));

            var stages = (await MyLocumAsync(mine)).Steps.Select(s => s.Stage).ToList();
            Assert.True(stages.Count == 0 || stages.SequenceEqual([CareerStage.Thesis, CareerStage.Settled]), string.Join(", ", stages));
            Assert.NotEqual(Guid.Empty, intern);
        }
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_is_one_step()
    {
        var command = new WriteMyStep(Guid.NewGuid(), Step(CareerStage.Thesis, "2027-01-10"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(Mine, command)));

        Assert.All(answers, a => Assert.Equal(command.SubmissionId, a.Value));
        Assert.Single((await MyLocumAsync()).Steps);
    }

    [Fact]
    public async Task A_step_that_is_not_shared_is_in_nothing_that_a_coordinator_asks_for()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls");
        await DoAsync(Assign(InternId, Summer, placement));
        await WriteAsync(CareerStage.Thesis, "2027-01-10");
        var settled = (await WriteAsync(CareerStage.Settled, "2027-02-01", "oui")).Value;

        Assert.Empty((await CareerAsync()).Steps);
        Assert.Equal(0, (await FiguresAsync()).Cohorts.Single().Settled);
        Assert.Empty((await SendAsync(Coordinator, new ListFigureInterns(FigureKind.Settled, Summer, null))).Value.Interns);
        // What the mission may write does not depend on it either.
        Assert.Equal("career.needs-thesis", (await SendAsync(Coordinator, new WriteStep(Guid.NewGuid(), InternId, Step(CareerStage.Settled, "2027-02-01")))).Error?.Code);

        Assert.Null((await SendAsync(Mine, new CorrectMyStep(settled, await StepVersionAsync(settled), Step(CareerStage.Settled, "2027-02-01", "oui", isShared: true)))).Error);
        Assert.Equal([CareerStage.Settled], (await CareerAsync()).Steps.Select(s => s.Stage));
        Assert.Equal(1, (await FiguresAsync()).Cohorts.Single().Settled);

        Assert.Null((await SendAsync(Mine, new CorrectMyStep(settled, await StepVersionAsync(settled), Step(CareerStage.Settled, "2027-02-01", "oui")))).Error);
        Assert.Empty((await CareerAsync()).Steps);
        Assert.Equal(0, (await FiguresAsync()).Cohorts.Single().Settled);
    }

    [Fact]
    public async Task A_step_is_corrected_and_removed_by_who_wrote_it_and_by_nobody_else()
    {
        var own = (await WriteAsync(CareerStage.Thesis, "2027-01-10", isShared: true)).Value;
        var missions = await DoAsync(new WriteStep(Guid.NewGuid(), InternId, Step(CareerStage.LicenceObtained, "2026-12-01")));
        var (_, other) = await InternAndAccountAsync("Lou Vert");

        Assert.Equal("career.not-found", (await SendAsync(Coordinator, new CorrectStep(own, await StepVersionAsync(own), Step(CareerStage.Thesis, "2027-01-11")))).Error?.Code);
        Assert.Equal("career.not-found", (await SendAsync(Mine, new CorrectMyStep(missions, await StepVersionAsync(missions), Step(CareerStage.LicenceObtained, "2026-12-02")))).Error?.Code);
        Assert.Equal("career.not-found", (await SendAsync(other, new CorrectMyStep(own, await StepVersionAsync(own), Step(CareerStage.Thesis, "2027-01-11")))).Error?.Code);
        await DoAsync(new RemoveStep(own));
        Assert.Null((await SendAsync(Mine, new RemoveMyStep(missions))).Error);
        Assert.Null((await SendAsync(other, new RemoveMyStep(own))).Error);
        Assert.Equal(2, (await MyLocumAsync()).Steps.Count);

        await DoAsync(new CorrectStep(missions, await StepVersionAsync(missions), Step(CareerStage.LicenceObtained, "2026-12-02")));
        await DoAsync(new RemoveStep(missions));
        await DoAsync(new RemoveStep(missions));
        Assert.Null((await SendAsync(Mine, new RemoveMyStep(own))).Error);
        Assert.Empty((await MyLocumAsync()).Steps);
    }

    [Fact]
    public async Task A_former_supervisor_is_shown_with_both_wishes_to_who_was_there_and_their_contact_with_a_third()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls");
        await DoAsync(new CorrectSupervisor(
            SupervisorId, (await SendAsync(Coordinator, new GetSupervisor(SupervisorId))).Value.Version,
            new SupervisorForm { Name = "Dr Camille Roux", Phone = "0562000000", Email = "camille@example.org" }));
        await DoAsync(Assign(InternId, Summer, placement));
        var (_, stranger) = await InternAndAccountAsync("Lou Vert");
        foreach (var actor in new[] { Mine, stranger })
        {
            Assert.Null((await SendAsync(actor, new SetMyLocumWishes(TellsMe: true, SeesSupervisors: true))).Error);
        }

        async Task SearchAsync(bool isAgreed, bool sharesContact) => await DoAsync(new SetSupervisorSearch(
            SupervisorId, (await SendAsync(Coordinator, new GetSupervisorSearch(SupervisorId))).Value.Version, "2027-05-01", "Une semaine en avril.", isAgreed, sharesContact));
        await SearchAsync(isAgreed: false, sharesContact: false);
        Assert.Empty((await MyLocumAsync()).Supervisors);
        Assert.Equal("invalid", (await SendAsync(Coordinator, new SetSupervisorSearch(SupervisorId, 0, "2027-05-01", "Une semaine.", IsAgreed: false, SharesContact: true))).Error?.Code);

        await SearchAsync(isAgreed: true, sharesContact: false);
        Assert.Equal(("Dr Camille Roux", null, null), (await MyLocumAsync()).Supervisors.Select(s => (s.Name, s.Phone, s.Email)).Single());
        Assert.Empty((await MyLocumAsync(stranger)).Supervisors);

        await SearchAsync(isAgreed: true, sharesContact: true);
        Assert.NotNull((await MyLocumAsync()).Supervisors.Single().Phone);
        Assert.Null((await SendAsync(Mine, new SetMyLocumWishes(TellsMe: true, SeesSupervisors: false))).Error);
        Assert.Empty((await MyLocumAsync()).Supervisors);

        Assert.Null((await SendAsync(Mine, new SetMyLocumWishes(TellsMe: true, SeesSupervisors: true))).Error);
        Assert.Single((await MyLocumAsync()).Supervisors);
        Clock.Now = Clock.Now.AddDays(31);
        Assert.Empty((await MyLocumAsync()).Supervisors); // its last day is over
    }

    private Task<uint> StepVersionAsync(Guid id) =>
        InDatabaseAsync(db => db.CareerSteps.Where(s => s.Id == id).Select(s => EF.Property<uint>(s, "Version")).SingleAsync(Stop));

    private async Task<InternFigures> FiguresAsync() => (await SendAsync(Coordinator, new GetInternFigures(Summer))).Value;
}
