using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseCaseTests : SpouseTest
{
    [Fact]
    public async Task A_file_moves_as_the_table_says_and_nowhere_else()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        foreach (var (from, to) in Enum.GetValues<SpouseCaseState>().SelectMany(f => Enum.GetValues<SpouseCaseState>().Select(t => (f, t)))
            .Where(m => m.f is not SpouseCaseState.Contact))
        {
            await RunAsOwnerAsync($"""
                UPDATE spouse.spouse_case SET state = '{from}', next_step = {(from == SpouseCaseState.Closed ? "NULL" : "'x'")},
                    next_step_on = {(from == SpouseCaseState.Closed ? "NULL" : "'2026-03-02'")}
                """);
            var moved = await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), to, "Rappeler", "2026-04-01"));
            Assert.True(SpouseCaseRules.MovesFrom(from).Contains(to) == (moved.Error is null), $"{from} → {to}: {moved.Error?.Code}");
            Assert.True(moved.Error is null or { Code: "spouse.wrong-move" });
        }
    }

    [Fact]
    public void Every_state_can_be_left_and_those_under_way_can_be_reached_again()
    {
        Assert.All(Enum.GetValues<SpouseCaseState>(), s => Assert.NotEmpty(SpouseCaseRules.MovesFrom(s)));
        Assert.Contains(SpouseCaseState.Interview, SpouseCaseRules.MovesFrom(SpouseCaseState.Closed));
        Assert.DoesNotContain(Enum.GetValues<SpouseCaseState>(), s => SpouseCaseRules.MovesFrom(s).Contains(SpouseCaseState.Consent));
    }

    [Fact]
    public async Task No_file_goes_on_without_a_next_step_and_a_day()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;

        var nothing = (await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, " ", ""))).Error!;
        Assert.Equal(["NextStep", "NextStepOn"], nothing.Fields!.Keys.Order());
        foreach (var day in new[] { "2026-03-01", "2028-03-03", "hier" })
        {
            Assert.Equal("invalid", (await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, "Appeler", day))).Error?.Code);
        }

        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Closed, "", ""))).Error);
        Assert.Null((await FileAsync()).NextStep);
        Assert.Equal("spouse.wrong-move", (await SendAsync(caseworker, new PlanSpouseStep(id, await VersionAsync(), "Appeler", "2026-04-01"))).Error?.Code);
    }

    [Fact]
    public async Task The_person_learns_of_a_move_and_reads_the_next_step()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, "Nous voir à Fleurance", "2026-03-12"))).Error);

        Assert.Contains("Nous voir à Fleurance", await BodyAsync(), StringComparison.Ordinal);
        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Equal((SpouseCaseState.Interview, "Nous voir à Fleurance", new DateOnly(2026, 3, 12)), (mine.State, mine.NextStep, mine.NextStepOn));
        Assert.Equal(["Premier contact", "Accord donné", "Entretien"], mine.Steps.Select(s => s.Label));
    }

    [Fact]
    public async Task Of_two_caseworkers_the_slower_learns_that_the_file_has_changed()
    {
        var (first, second) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync();
        var (id, version) = ((await FileAsync()).Id, await VersionAsync());

        var answers = await Task.WhenAll(new[] { first, second }.Select(c =>
            SendAsync(c, new MoveSpouseCase(id, version, SpouseCaseState.Interview, "Appeler", "2026-03-12"))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");
    }

    [Fact]
    public async Task The_latest_steps_come_first()
    {
        var caseworker = await CaseworkerAsync();
        foreach (var (email, day) in new[] { ("a@example.org", "2026-03-20"), ("b@example.org", "2026-03-05"), ("c@example.org", "2026-03-10") })
        {
            await InSpaceAsync(email, Form with { Name = email });
            Assert.Null((await SendAsync(caseworker, new PlanSpouseStep((await FileAsync(email)).Id, await VersionAsync(email), "Appeler", day))).Error);
        }

        Clock.Advance(TimeSpan.FromDays(7)); // 9 March
        var list = (await SendAsync(caseworker, new ListSpouseCases(Mine: true, null, 1))).Value;

        Assert.Equal([("b@example.org", 4), ("c@example.org", 0), ("a@example.org", 0)], list.Rows.Items.Select(r => (r.Name, r.DaysLate)));
        Assert.Equal((1, 3), (list.Late, list.Counts[SpouseCaseState.Consent]));
    }

    [Fact]
    public async Task A_note_sent_twice_is_one_note_and_says_that_they_have_spoken()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var (id, note) = ((await FileAsync()).Id, Guid.NewGuid());
        Clock.Advance(TimeSpan.FromDays(3));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new AddSpouseNote(id, note, "Cherche un mi-temps.", Spoke: true))));

        var file = (await SendAsync(caseworker, new GetSpouseCase(id))).Value;
        Assert.Equal(("Maylis Duprat", "Cherche un mi-temps."), (Assert.Single(file.Notes).Author, file.Notes[0].Text));
        Assert.Equal(Clock.Now, (await FileAsync()).LastContactAt);
        Assert.Equal("invalid", (await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), "", false))).Error?.Code);
    }

    [Fact]
    public async Task A_file_is_confided_to_a_colleague_and_to_nobody_else()
    {
        var (first, second) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync();
        var file = await FileAsync();
        var other = file.OwnerId == first.AccountId ? second : first;

        Assert.Equal("spouse.no-caseworker", (await SendAsync(first, new HandOverSpouseCase(file.Id, (await SomeoneAsync(Role.Administrator)).RequiredAccountId))).Error?.Code);
        Assert.Null((await SendAsync(first, new HandOverSpouseCase(file.Id, other.RequiredAccountId))).Error);

        Assert.Equal(other.AccountId, (await FileAsync()).OwnerId);
    }

    [Fact]
    public async Task Whoever_is_invited_agrees_first_and_nothing_is_written_before()
    {
        var caseworker = await CaseworkerAsync();
        var invitation = new InviteSpouse(Guid.NewGuid(), "Inès Capdevielle", Email);
        Assert.Null((await SendAsync(caseworker, invitation)).Error);
        Assert.Null((await SendAsync(caseworker, invitation)).Error); // sent twice
        Assert.Single(await MailsAsync());
        var id = (await FileAsync()).Id;
        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), "Note", true))).Error?.Code);
        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, "Appeler", "2026-03-12"))).Error?.Code);

        var spouse = await OpenAsync();
        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Null(mine.ConsentedAt);
        Assert.Equal(["Agrees"], (await SendAsync(spouse, new CorrectMySpouseCase(mine.Version, Form, Agrees: false))).Error!.Fields!.Keys);
        Assert.Null((await SendAsync(spouse, new CorrectMySpouseCase(mine.Version, Form, Agrees: true))).Error);

        Assert.Equal((SpouseCaseState.Consent, caseworker.AccountId), ((await FileAsync()).State, (await FileAsync()).OwnerId));
        Assert.Equal("spouse.already-here", (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès", Email))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_was_invited_is_written_about_by_nobody_before_they_agree_and_a_closed_invitation_stays_closed()
    {
        var caseworker = await CaseworkerAsync();
        var id = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès Capdevielle", Email))).Value;

        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new PlanSpouseStep(id, await VersionAsync(), "Elle est enceinte", "2026-03-12"))).Error?.Code);
        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Closed, "", ""))).Error);
        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, "Se voir", "2026-03-12"))).Error?.Code);
        Assert.Empty((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Moves);
    }

    [Fact]
    public async Task An_invitation_takes_the_place_of_a_request_that_nobody_has_confirmed()
    {
        var caseworker = await CaseworkerAsync();
        await RegisterAsync(form: Form with { Name = "Quelqu'un" });

        var invited = await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès Capdevielle", Email));

        Assert.Equal((invited.Value, "Inès Capdevielle"), ((await FileAsync()).Id, (await FileAsync()).Name));
        Assert.Equal("page-too-old", (await SendAsync(caseworker, new InviteSpouse(invited.Value, "Inès", "autre@example.org"))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_accompanies_no_more_is_no_contact_and_their_files_are_everybodys()
    {
        var leaver = await CaseworkerAsync("Paul Lannes");
        var spouse = await InSpaceAsync();
        var invited = (await SendAsync(leaver, new InviteSpouse(Guid.NewGuid(), "Alix", "alix@example.org"))).Value;
        await RunAsOwnerAsync($"DELETE FROM account_user_roles WHERE user_id = '{leaver.AccountId}'");
        var caseworker = await CaseworkerAsync();

        Assert.Null((await SendAsync(spouse, new GetMySpouseCase())).Value.CaseworkerEmail);
        Assert.Equal(2, (await SendAsync(caseworker, new ListSpouseCases(Mine: true, null, 1))).Value.Rows.Items.Count);
        var alix = await OpenAsync("alix@example.org");
        Assert.Null((await SendAsync(alix, new CorrectMySpouseCase((await SendAsync(alix, new GetMySpouseCase())).Value.Version, Form, Agrees: true))).Error);
        Assert.Equal(caseworker.AccountId, (await BehindTheWallAsync(db => db.Cases.SingleAsync(c => c.Id == invited, Stop))).OwnerId);
    }

    [Fact]
    public async Task Each_morning_of_work_a_caseworker_is_told_once_how_many_steps_wait()
    {
        var caseworker = await CaseworkerAsync();
        var address = await InDatabaseAsync(db => db.Users.Where(a => a.Id == caseworker.AccountId).Select(a => a.Email!).SingleAsync(Stop));
        await InSpaceAsync();
        Clock.Advance(TimeSpan.FromDays(4)); // Friday: the call was for Thursday

        await SendAsync(Actor.System, new RemindSpouseSteps());
        await SendAsync(Actor.System, new RemindSpouseSteps());
        Clock.Advance(TimeSpan.FromDays(1)); // Saturday
        await SendAsync(Actor.System, new RemindSpouseSteps());

        Assert.Equal("spouse.digest", (await MailsAsync(address))[0].Kind);
        Assert.Equal(1, (await MailsAsync(address)).Count(m => m.Kind == "spouse.digest"));
        Assert.Contains("Étapes en retard : 1", (await BodyAsync(address)).PlainSpaces(), StringComparison.Ordinal);
    }
}
