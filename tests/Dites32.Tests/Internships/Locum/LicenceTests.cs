using Dites32.Core.Internships;
using Dites32.Core.Internships.Locum;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Internships.Locum;

/// <summary>The conditions of the licence, and the one mail that says that they are met.</summary>
public sealed class LicenceTests : LocumTest
{
    [Fact]
    public async Task Who_stops_the_mails_at_the_very_moment_of_a_validation_receives_none()
    {
        for (var round = 0; round < 8; round++)
        {
            var (intern, mine) = await InternAndAccountAsync($"Interne {round}");
            var three = await ThreeAsync(intern);
            Assert.Null((await ConcludeAsync(three[0], AssignmentOutcome.Validated)).Error);
            Assert.Null((await ConcludeAsync(three[1], AssignmentOutcome.Validated)).Error);

            var stopped = SendAsync(mine, new SetMyContact(IsStopped: true));
            await Task.WhenAll(ConcludeAsync(three[2], AssignmentOutcome.Validated), stopped);

            Assert.Null((await stopped).Error);
            Assert.Equal(0, await MailsAsync());
        }
    }

    [Fact]
    public async Task The_conditions_are_met_exactly_when_the_table_says_whatever_the_semesters()
    {
        var rows = (await SendAsync(Coordinator, new ListLicenceConditions())).Value;
        Assert.Equal(10, rows.Count);
        Assert.DoesNotContain(rows, r => r.SpecialtyCode == "allergologie");
        foreach (var row in rows)
        {
            var terms = new LicenceTerms(row.Semesters, row.OneOf, row.Further, row.Source, row.IsConfirmed);
            foreach (var seed in Enumerable.Range(0, 500))
            {
                var random = new Random(seed);
                var slots = random.GetItems(TrainingSlots.All.ToArray(), random.Next(0, 9));
                var isWithPractitioner = row.SpecialtyCode != "medecine-generale"
                    || slots.Contains(TrainingSlot.PractitionerLevel1) || slots.Contains(TrainingSlot.Saspas);

                var state = LicenceState.Of(terms, slots);
                Assert.Equal(slots.Length >= (row.SpecialtyCode == "medecine-generale" ? 3 : 5) && isWithPractitioner, state.IsMet);
                Assert.Equal(state.IsMet, LicenceState.Of(terms, slots.Reverse().ToList()).IsMet);
                Assert.True(!state.IsMet || LicenceState.Of(terms, [.. slots, TrainingSlot.OutsideSpecialty]).IsMet);
            }
        }

        Assert.False(LicenceState.Of(null, TrainingSlots.All.ToList()).IsMet);
    }

    [Fact]
    public async Task Of_semesters_validated_all_at_once_the_intern_is_told_once_never_twice_and_never_not_at_all()
    {
        for (var round = 1; round <= 6; round++)
        {
            var (intern, mine) = await InternAndAccountAsync($"Interne {round}");
            var three = await ThreeAsync(intern);

            var answers = await Task.WhenAll(three.Select(a => ConcludeAsync(a, AssignmentOutcome.Validated)));

            Assert.All(answers, a => Assert.Null(a.Error));
            Assert.True((await MyLocumAsync(mine)).Licence.IsMet);
            Assert.True((await CareerAsync(intern)).Licence.IsMet);
            Assert.Equal(round, await MailsAsync());
        }
    }

    [Fact]
    public async Task Three_semesters_without_a_practitioner_are_not_enough_and_nobody_is_told()
    {
        foreach (var (semester, slot) in new[] { (Before, TrainingSlot.Emergency), (Summer, TrainingSlot.PolyvalentMedicine), (Winter, TrainingSlot.WomanAndChild) })
        {
            Assert.Null((await ConcludeAsync(await AwayAsync(InternId, semester, slot), AssignmentOutcome.Validated)).Error);
        }

        Assert.False((await MyLocumAsync()).Licence.IsMet);
        Assert.Equal(0, await MailsAsync());
    }

    [Fact]
    public async Task An_outcome_taken_back_is_no_longer_said_and_a_mail_that_has_not_left_stays()
    {
        var three = await MetAsync();
        Assert.Equal(1, await MailsAsync());

        Assert.Null((await ConcludeAsync(three[2], AssignmentOutcome.Awaited)).Error);
        Assert.Equal((false, false, 0), ((await MyLocumAsync()).Licence.IsMet, (await CareerAsync()).Licence.IsMet, await MailsAsync()));

        Assert.Null((await ConcludeAsync(three[2], AssignmentOutcome.Validated)).Error);
        Assert.Equal(1, await MailsAsync());
        await RunAsOwnerAsync("UPDATE outbox_email SET sent_at = now(), attempts = 1, protected_body = NULL WHERE cancelled_at IS NULL");
        await DoAsync(new RemoveAssignment(three[2]));
        Assert.False((await MyLocumAsync()).Licence.IsMet);
        Assert.Null((await ConcludeAsync(await AwayAsync(InternId, Winter, TrainingSlot.Saspas), AssignmentOutcome.Validated)).Error);
        Assert.True((await MyLocumAsync()).Licence.IsMet);
        Assert.Equal(1, await MailsAsync()); // it had left: once is enough
    }

    [Theory, InlineData("stopped"), InlineData("stopped by link"), InlineData("switched off")]
    public async Task Whoever_stopped_the_mails_receives_none_and_the_one_that_waits_does_not_leave(string how)
    {
        await StopAsync(how);
        await MetAsync();
        Assert.Equal(0, await MailsAsync());
        Assert.True((await MyLocumAsync()).Licence.IsMet);

        var (other, mine) = await InternAndAccountAsync("Lou Vert");
        await MetAsync(other);
        Assert.Equal(1, await MailsAsync());
        (InternNow, MineNow) = (other, mine);
        await StopAsync(how);
        Assert.Equal(0, await MailsAsync());
        Assert.Equal(how != "switched off", (await CareerAsync(other)).ContactStopped);
    }

    [Fact]
    public async Task Contact_is_resumed_in_the_space_and_a_link_that_is_not_ours_stops_nothing()
    {
        Assert.Equal("contact.dead-link", (await SendAsync(Core.Shared.Actor.Anonymous, new StopContactByLink("bidon"))).Error?.Code);
        Assert.Equal("contact.dead-link", (await SendAsync(Core.Shared.Actor.Anonymous, new StopContactByLink(""))).Error?.Code);
        Assert.Null((await SendAsync(Mine, new SetMyContact(IsStopped: true))).Error);
        Assert.True((await MyLocumAsync()).ContactStopped);
        Assert.Null((await SendAsync(Mine, new SetMyContact(IsStopped: false))).Error);
        Assert.False((await MyLocumAsync()).ContactStopped);
    }

    [Fact]
    public async Task A_condition_is_corrected_by_one_of_two_and_the_spaces_follow()
    {
        await ConcludeAsync((await ThreeAsync(InternId))[1], AssignmentOutcome.Validated);
        var row = (await SendAsync(Coordinator, new ListLicenceConditions())).Value.Single(r => r.SpecialtyCode == "medecine-generale");
        SetLicenceCondition Set(string semesters) => new("medecine-generale", row.Version, semesters, [nameof(TrainingSlot.PractitionerLevel1)], "", "Annexe 41-1", IsConfirmed: true);

        Assert.Equal("invalid", (await SendAsync(Coordinator, Set("0"))).Error?.Code);
        var answers = await Task.WhenAll(SendAsync(Coordinator, Set("1")), SendAsync(Coordinator, Set("2")));
        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");

        row = (await SendAsync(Coordinator, new ListLicenceConditions())).Value.Single(r => r.SpecialtyCode == "medecine-generale");
        Assert.Equal(row.Semesters == 1, (await MyLocumAsync()).Licence.IsMet);
        Assert.Equal(0, await MailsAsync());
    }

    [Fact]
    public async Task A_specialty_without_a_row_says_that_it_is_not_known_and_the_dates_are_those_of_the_councils()
    {
        await DoAsync(new SetResidencyLength("pediatrie", "10", "4"));
        var mine = await MyLocumAsync();
        Assert.Equal((new DateOnly(2027, 11, 15), new DateOnly(2032, 11, 3)), (mine.ExpiresOn, mine.Limit)); // seven years after the entry, for eight semesters

        var file = (await SendAsync(Coordinator, new GetIntern(InternId))).Value;
        await DoAsync(new CorrectIntern(InternId, file.Version, SampleInternships.Intern(file.Name, file.Email) with { ResidencyCode = "pediatrie" }));
        Assert.False((await MyLocumAsync()).Licence.IsKnown);
    }

    private Guid InternNow { get; set; }
    private Core.Shared.Actor? MineNow { get; set; }

    private async Task<IReadOnlyList<Guid>> MetAsync(Guid? internId = null)
    {
        var three = await ThreeAsync(internId ?? InternId);
        foreach (var assignment in three)
        {
            Assert.Null((await ConcludeAsync(assignment, AssignmentOutcome.Validated)).Error);
        }

        return three;
    }

    private async Task StopAsync(string how)
    {
        var (id, mine) = (InternNow == Guid.Empty ? InternId : InternNow, MineNow ?? Mine);
        string token;
        await using (var scope = Services.CreateAsyncScope())
        {
            token = scope.ServiceProvider.GetRequiredService<ContactLinks>().TokenOf(id);
        }

        Assert.Null((how switch
        {
            "stopped" => await SendAsync(mine, new SetMyContact(IsStopped: true)),
            "switched off" => await SendAsync(mine, new SetMyLocumWishes(TellsMe: false, SeesSupervisors: false)),
            _ => await SendAsync(Core.Shared.Actor.Anonymous, new StopContactByLink(token)),
        }).Error);
    }
}
