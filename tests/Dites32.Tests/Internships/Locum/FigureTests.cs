using Dites32.Core.Internships;
using Dites32.Core.Internships.Figures;
using Dites32.Core.Internships.Locum;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Locum;

/// <summary>Figures, against a count by hand.</summary>
public sealed class FigureTests : LocumTest
{
    [Fact]
    public async Task The_figures_are_those_that_one_counts_by_hand_and_lead_to_these_interns()
    {
        var toulouse = await InDatabaseAsync(db => db.Faculties.Select(f => f.Id).SingleAsync(Stop));
        var (tilleuls, ormes) = (await PlacementAsync("Cabinet des Tilleuls", 2), await PlacementAsync("Cabinet des Ormes", 3));
        async Task<Guid> FromToulouseAsync(string name) =>
            await DoAsync(new AddIntern(Guid.NewGuid(), SampleInternships.Intern(name, $"{Guid.NewGuid():N}@example.org") with { FacultyId = toulouse.ToString() }));
        var (ada, bo, cleo, dan, eve) = (await FromToulouseAsync("Ada"), await FromToulouseAsync("Bo"), await InternAsync("Cleo"), await InternAsync("Dan"), await InternAsync("Eve"));

        var adas = await DoAsync(Assign(ada, Summer, tilleuls));
        var bos = await DoAsync(Assign(bo, Summer, tilleuls));
        await DoAsync(Assign(cleo, Summer, tilleuls, isInExcess: true));
        await AwayAsync(dan, Summer, TrainingSlot.Emergency);
        await DoAsync(new AssignIntern(Guid.NewGuid(), eve, Summer, AssignmentKind.Leave, null, null, IsInExcess: false, null));
        await DoAsync(Assign(ada, Winter, ormes));
        await DoAsync(Assign(dan, Winter, ormes)); // whose first semester in the Gers it is
        await ConcludeAsync(adas, AssignmentOutcome.Validated);
        await ConcludeAsync(bos, AssignmentOutcome.NotValidated);
        await DoAsync(new WriteStep(Guid.NewGuid(), ada, Step(CareerStage.LicenceObtained, "2026-12-01")));
        await DoAsync(new WriteStep(Guid.NewGuid(), ada, Step(CareerStage.LocumWithLicence, "2026-12-05", "oui")));
        await DoAsync(new WriteStep(Guid.NewGuid(), bo, Step(CareerStage.Thesis, "2027-01-05")));
        await DoAsync(new WriteStep(Guid.NewGuid(), bo, Step(CareerStage.LocumWithThesis, "2027-01-06", "non"))); // elsewhere
        await DoAsync(new WriteStep(Guid.NewGuid(), bo, Step(CareerStage.Settled, "2027-02-01") with { Commune = "Auch (32000)" }));
        await DoAsync(new WriteStep(Guid.NewGuid(), dan, Step(CareerStage.Thesis, "2027-01-05")));
        await DoAsync(new WriteStep(Guid.NewGuid(), dan, Step(CareerStage.Salaried, "2027-02-01", "oui")));

        var figures = (await SendAsync(Coordinator, new GetInternFigures(Summer))).Value;

        Assert.Equal(
            new Dictionary<FigureKind, int>
            {
                [FigureKind.Interns] = 5,
                [FigureKind.InPlacement] = 3,
                [FigureKind.InExcess] = 1,
                [FigureKind.Elsewhere] = 1,
                [FigureKind.OnLeave] = 1,
                [FigureKind.Validated] = 1,
                [FigureKind.NotValidated] = 1,
                [FigureKind.Awaited] = 2,
            },
            figures.Counts);
        Assert.Equal((2, 5), (figures.Filled, figures.Seats));
        Assert.Equal([("Cabinet des Ormes", 0, 3, 0, 0), ("Cabinet des Tilleuls", 3, 2, 2, 1)], figures.Placements.Select(p => (p.Name, p.Interns, p.Seats, p.Filled, p.InExcess)));
        Assert.Equal([("Toulouse", 2), ("Non connue", 3)], figures.Faculties.Select(f => (f.Name, f.Interns)));
        Assert.Equal(
            [(Winter, 1, 0, 0, 1), (Summer, 3, 1, 1, 0)], figures.Cohorts.Select(c => (c.SemesterId, c.Interns, c.CameBack, c.Settled, c.Practising)));

        async Task<string> NamesAsync(FigureKind kind, Guid semester, Guid? about = null) =>
            string.Join(' ', (await SendAsync(Coordinator, new ListFigureInterns(kind, semester, about))).Value.Interns.Select(i => i.Name));
        Assert.Equal("Ada Bo Cleo Dan Eve", await NamesAsync(FigureKind.Interns, Summer));
        Assert.Equal("Ada Bo Cleo", await NamesAsync(FigureKind.InPlacement, Summer, tilleuls));
        Assert.Equal("Ada Bo", await NamesAsync(FigureKind.OfFaculty, Summer, toulouse));
        Assert.Equal("Cleo Dan Eve", await NamesAsync(FigureKind.OfFaculty, Summer));
        Assert.Equal("Ada", await NamesAsync(FigureKind.CameBack, Summer));
        Assert.Equal("Bo", await NamesAsync(FigureKind.Settled, Summer));
        Assert.Equal("Dan", await NamesAsync(FigureKind.Practising, Winter));
        Assert.Equal("semester.not-found", (await SendAsync(Coordinator, new ListFigureInterns(FigureKind.Interns, Guid.NewGuid(), null))).Error?.Code);
    }

    [Theory, InlineData(1, 4, null), InlineData(0, 0, null), InlineData(1, 5, 20), InlineData(1, 8, 13), InlineData(5, 5, 100)]
    public void A_share_is_said_from_five_persons_on(int part, int whole, int? share) => Assert.Equal(share, Shares.Of(part, whole));
}
