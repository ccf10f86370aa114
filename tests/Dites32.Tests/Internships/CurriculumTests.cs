using Dites32.Core.Internships;

namespace Dites32.Tests.Internships;

/// <summary>Both curricula of general practice, to their end, whatever the order.</summary>
public sealed class CurriculumTests : InternshipTest
{
    public static TheoryData<string, int> Curricula => new() { { SampleInternships.Old, 6 }, { SampleInternships.New, 8 } };

    [Theory, MemberData(nameof(Curricula))]
    public async Task Semesters_validated_in_any_order_lead_to_the_end_and_not_before(string code, int semesters)
    {
        var curriculum = await CurriculumAsync(code);
        Assert.Equal(semesters, curriculum.Semesters);

        foreach (var seed in Enumerable.Range(0, 500))
        {
            var order = curriculum.Slots.ToArray();
            new Random(seed).Shuffle(order);
            for (var done = 0; done <= order.Length; done++)
            {
                var progress = curriculum.Progress(order[..done]);
                Assert.Equal((done, semesters - done, done == semesters), (progress.Held, progress.Missing, progress.IsOver));
                Assert.Equal(order[done..].Order(), progress.Slots.Order());
            }
        }
    }

    [Theory, MemberData(nameof(Curricula))]
    public async Task Whatever_is_validated_nothing_counts_twice_and_more_never_takes_anything_away(string code, int semesters)
    {
        var curriculum = await CurriculumAsync(code);
        foreach (var seed in Enumerable.Range(0, 2000))
        {
            var random = new Random(seed);
            var validated = random.GetItems(curriculum.Offered.ToArray(), random.Next(0, 12)).ToList();
            var progress = curriculum.Progress(validated);
            var more = curriculum.Progress([.. validated, random.GetItems(curriculum.Offered.ToArray(), 1)[0]]);

            Assert.Equal(semesters, progress.Held + progress.Missing);
            Assert.InRange(progress.Held, 0, Math.Min(semesters, validated.Count));
            Assert.Equal(progress.Missing, progress.Slots.Count);
            Assert.InRange(more.Held - progress.Held, 0, 1);
            Assert.Equal(progress.Held == semesters, progress.IsOver);
            Assert.DoesNotContain(progress.Slots, slot => validated.Contains(slot));
        }
    }

    [Fact]
    public async Task A_semester_outside_the_specialty_holds_the_free_choice_of_the_new_curriculum_and_nothing_of_the_old()
    {
        Assert.DoesNotContain(TrainingSlot.FreeChoice, (await CurriculumAsync(SampleInternships.New)).Progress([TrainingSlot.OutsideSpecialty]).Slots);
        Assert.Equal(6, (await CurriculumAsync(SampleInternships.Old)).Progress([TrainingSlot.OutsideSpecialty]).Missing);
    }

    [Fact]
    public async Task The_day_of_entry_decides_the_curriculum()
    {
        var before = SampleInternships.Intern("Noa Blanc", "noa@example.org") with { EnteredOn = "2023-10-31" };

        Assert.Equal("invalid", (await SendAsync(Coordinator, new AddIntern(Guid.NewGuid(), before))).Error?.Code);
        Assert.Null((await SendAsync(Coordinator, new AddIntern(Guid.NewGuid(), before with { ResidencyCode = SampleInternships.Old }))).Error);
        Assert.Null((await SendAsync(Coordinator, new AddIntern(Guid.NewGuid(), before with { Email = "lou@example.org", EnteredOn = "2023-11-01" }))).Error);
    }

    [Fact]
    public async Task A_specialty_whose_slots_are_not_known_counts_its_semesters_and_that_of_the_decree_is_not_written_by_hand()
    {
        await DoAsync(new SetResidencyLength("pediatrie", "10", "4"));
        var intern = await DoAsync(new AddIntern(Guid.NewGuid(), SampleInternships.Intern("Noa", "noa@example.org") with { ResidencyCode = "pediatrie" }));
        Assert.Equal((0, 10), (await FileAsync(intern)) is { Progress: var p } ? (p.Held, p.Missing) : default);

        Assert.Equal("invalid", (await SendAsync(Coordinator, new SetResidencyLength("medecine-generale", "8", "4"))).Error?.Code);
    }

    private async Task<InternFile> FileAsync(Guid id) => (await SendAsync(Coordinator, new GetIntern(id))).Value;

    private async Task<Curriculum> CurriculumAsync(string code) =>
        (await SendAsync(Coordinator, new GetInternshipReference())).Value.Residencies.Single(r => r.Code == code).Curriculum;
}
