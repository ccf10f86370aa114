using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseTaskTests : SpouseTest
{
    [Fact]
    public async Task A_task_is_added_done_and_reopened_and_the_history_says_it_without_its_words()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var (id, task) = ((await FileAsync()).Id, Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new AddSpouseTask(id, task, "Appeler le rectorat", "2026-03-05", caseworker.RequiredAccountId))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new TickSpouseTask(id, task, IsDone: true))));
        Assert.Equal(Clock.Now, Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Agenda.Tasks).DoneAt);
        Assert.Null((await SendAsync(caseworker, new TickSpouseTask(id, task, IsDone: false))).Error);

        var file = (await SendAsync(caseworker, new GetSpouseCase(id))).Value;
        var row = Assert.Single(file.Agenda.Tasks);
        Assert.Equal(("Appeler le rectorat", new DateOnly(2026, 3, 5), "Maylis Duprat", null, false), (row.Text, row.DueOn, row.OwnerName, row.DoneAt, row.IsDropped));
        Assert.Equal(["Tâche ajoutée", "Tâche faite", "Tâche rouverte"], file.History.Select(h => h.What).Where(w => w.StartsWith("Tâche", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(file.History, h => h.What.Contains("rectorat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_only_a_caseworker_does_a_task()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;

        var error = (await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), " ", "hier", (await SomeoneAsync(Role.Administrator)).RequiredAccountId))).Error!;
        Assert.Equal(["DueOn", "OwnerId", "ToDo"], error.Fields!.Keys.Order());
        Assert.Equal("invalid", (await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Appeler", "2026-03-01", caseworker.RequiredAccountId))).Error?.Code);
        Assert.Equal("spouse.not-found", (await AddAsync(caseworker, Guid.NewGuid())).Error?.Code);
        Assert.Equal("spouse.task-not-found", (await SendAsync(caseworker, new TickSpouseTask(id, Guid.NewGuid(), true))).Error?.Code);
        var invited = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Alix", "alix@example.org"))).Value;
        Assert.Equal("spouse.no-consent", (await AddAsync(caseworker, invited)).Error?.Code);
    }

    [Fact]
    public async Task Of_a_file_that_closes_open_tasks_are_dropped_and_wait_again_if_it_opens()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        Assert.Null((await AddAsync(caseworker, id)).Error);
        await MoveAsync(caseworker, SpouseCaseState.Closed);
        Clock.Advance(TimeSpan.FromDays(3)); // the task is late

        var dropped = Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Agenda.Tasks);
        Assert.Equal((true, 0), (dropped.IsDropped, dropped.DaysLate));
        Assert.Equal("spouse.closed", (await AddAsync(caseworker, id)).Error?.Code);
        await SendAsync(Actor.System, new RemindSpouseSteps());
        Assert.Equal(0, await BehindTheWallAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "spouse.digest", Stop)));

        await MoveAsync(caseworker, SpouseCaseState.Interview);
        var again = Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Agenda.Tasks);
        Assert.Equal((false, 2), (again.IsDropped, again.DaysLate));
    }

    [Fact]
    public async Task Whoever_takes_over_a_file_takes_over_the_open_tasks_of_whoever_had_it()
    {
        var (first, second, third) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"), await CaseworkerAsync("Zoé Cazaux"));
        await InSpaceAsync();
        var file = await FileAsync();
        var owner = new[] { first, second, third }.Single(c => c.AccountId == file.OwnerId);
        var (to, other) = (new[] { first, second, third }.First(c => c != owner), new[] { first, second, third }.Last(c => c != owner));
        var (open, done, elsewhere) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (task, doer) in new[] { (open, owner), (done, owner), (elsewhere, other) })
        {
            Assert.Null((await SendAsync(owner, new AddSpouseTask(file.Id, task, "Appeler", "2026-03-05", doer.RequiredAccountId))).Error);
        }

        Assert.Null((await SendAsync(owner, new TickSpouseTask(file.Id, done, true))).Error);
        Assert.Null((await SendAsync(owner, new HandOverSpouseCase(file.Id, to.RequiredAccountId))).Error);

        var owners = await BehindTheWallAsync(db => db.Tasks.ToDictionaryAsync(t => t.Id, t => t.OwnerId, Stop));
        Assert.Equal((to.AccountId, owner.AccountId, other.AccountId), (owners[open], owners[done], owners[elsewhere]));
    }

    [Fact]
    public async Task The_mail_of_the_morning_counts_tasks_and_meetings_too_and_those_of_whoever_has_left_are_everybodys()
    {
        var leaver = await CaseworkerAsync("Paul Lannes");
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var caseworker = await CaseworkerAsync();
        var address = await InDatabaseAsync(db => db.Users.Where(a => a.Id == caseworker.AccountId).Select(a => a.Email!).SingleAsync(Stop));
        Assert.Null((await SendAsync(caseworker, new PlanSpouseStep(id, await VersionAsync(), "Appeler", "2026-04-01"))).Error); // no step is due
        await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Hier", "2026-03-03", caseworker.RequiredAccountId));
        await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Aujourd'hui", "2026-03-04", leaver.RequiredAccountId));
        await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), new MeetingForm
        {
            Day = "2026-03-04",
            Hour = "14:00",
            Minutes = "30",
            Way = nameof(MeetingWay.Phone),
            OwnerId = caseworker.AccountId.ToString(),
        }));
        await RunAsOwnerAsync($"DELETE FROM account_user_roles WHERE user_id = '{leaver.AccountId}'");
        Clock.Advance(TimeSpan.FromDays(2)); // 4 March

        await SendAsync(Actor.System, new RemindSpouseSteps());

        var body = (await BodyAsync(address)).PlainSpaces();
        foreach (var line in new[] { "Étapes en retard : 0", "Tâches en retard : 1", "Tâches d'aujourd'hui : 1", "Rendez-vous d'aujourd'hui : 1" })
        {
            Assert.Contains(line, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_the_page_of_the_file_a_task_is_written_ticked_and_refused_with_its_words()
    {
        var someone = await CaseworkerAsync();
        using var caseworker = App.ClientFor(someone);
        await InSpaceAsync();
        var address = $"/accompagnement/{(await FileAsync()).Id}";

        var refused = await (await caseworker.SubmitAsync(address, "tache", ("Task.ToDo", "Écrire au maire"))).ReadPageAsync();
        Assert.Equal("Écrire au maire", refused.QuerySelector("form#tache #ToDo")!.GetAttribute("value"));
        Assert.Equal("Choisissez le jour de cette tâche.", refused.Text("form#tache .error"));
        await caseworker.SubmitAsync(address, "tache", ("Task.ToDo", "Écrire au maire"), ("Task.DueOn", "2026-03-05"));
        var page = await caseworker.GetPageAsync(address);
        Assert.Contains("Écrire au maire", page.Text("ul.todo"), StringComparison.Ordinal);

        var task = page.QuerySelector("button[name='Tick.Done']")!.GetAttribute("value");
        var ticked = await caseworker.SubmitAsync(address, "cocher", ("Tick.Done", task));
        Assert.Contains("fait=faite", ticked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotNull((await caseworker.GetPageAsync(address)).QuerySelector("details button[name='Tick.Reopened']"));
    }

    private Task<Result> AddAsync(Actor caseworker, Guid id) => SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Appeler", "2026-03-03", caseworker.RequiredAccountId));

    private async Task MoveAsync(Actor caseworker, SpouseCaseState to) => Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(
        (await FileAsync()).Id, await VersionAsync(), to, "Suite", Clock.Today().AddDays(20).ForMachines()))).Error);
}
