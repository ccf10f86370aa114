using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseAgendaTests : SpouseTest
{
    [Fact]
    public async Task A_week_holds_steps_tasks_and_meetings_and_neither_what_is_done_nor_what_is_cancelled()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        await SendAsync(caseworker, new PlanSpouseStep(id, await VersionAsync(), "Rappeler", "2026-03-05"));
        var (done, cancelled) = (Guid.NewGuid(), Guid.NewGuid());
        await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), "Écrire au maire", "2026-03-05", caseworker.RequiredAccountId));
        await SendAsync(caseworker, new AddSpouseTask(id, done, "Déjà fait", "2026-03-05", caseworker.RequiredAccountId));
        await SendAsync(caseworker, new TickSpouseTask(id, done, true));
        await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), At(caseworker, "2026-03-05", "23:45")));
        await SendAsync(caseworker, new SetSpouseMeeting(id, cancelled, At(caseworker, "2026-03-06", "09:00")));
        await SendAsync(caseworker, new CancelSpouseMeeting(id, cancelled));

        var week = (await SendAsync(caseworker, new GetSpouseAgenda(Mine: true, AgendaView.Week, null))).Value;

        Assert.Equal((new DateOnly(2026, 3, 2), 7, true), (week.First, week.Days.Count, week.Days[0].IsToday));
        Assert.Equal([AgendaKind.Meeting, AgendaKind.Step, AgendaKind.Task], week.Days[3].Lines.Select(l => l.Kind)); // the evening of the 5th, in France
        Assert.Equal(3, week.Days.Sum(d => d.Lines.Count));

        await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Closed, "", ""));
        Assert.Equal(0, (await SendAsync(caseworker, new GetSpouseAgenda(true, AgendaView.Week, null))).Value.Days.Sum(d => d.Lines.Count));
    }

    [Fact]
    public async Task A_month_is_whole_weeks_and_leads_to_the_one_before_and_after()
    {
        var caseworker = await CaseworkerAsync();

        var month = (await SendAsync(caseworker, new GetSpouseAgenda(true, AgendaView.Month, "2026-05-17"))).Value;

        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2026, 4, 27), new DateOnly(2026, 5, 31)), (month.First, month.Days[0].Day, month.Days[^1].Day));
        Assert.Equal((new DateOnly(2026, 4, 30), new DateOnly(2026, 6, 1)), (month.Previous, month.Next));
        Assert.True(month.Days[0].IsOutside && !month.Days[4].IsOutside && !month.Days[4].IsWorkingDay); // the first of May
        foreach (var typed in new[] { "", "hier", "9999-99-99", "0001-01-01", "9999-12-31" })
        {
            Assert.Equal(new DateOnly(2026, 3, 1), (await SendAsync(caseworker, new GetSpouseAgenda(true, AgendaView.Month, typed))).Value.First);
        }
    }

    [Fact]
    public async Task What_a_colleague_does_is_on_the_agenda_of_the_team_only()
    {
        var (caseworker, colleague) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync();
        var file = await FileAsync();
        await SendAsync(caseworker, new SetSpouseMeeting(file.Id, Guid.NewGuid(), At(colleague, "2026-03-04", "09:00")));

        var mine = (await SendAsync(caseworker, new GetSpouseAgenda(true, AgendaView.Week, null))).Value.Days[2].Lines;
        Assert.DoesNotContain(mine, l => l.Kind == AgendaKind.Meeting);
        var team = (await SendAsync(caseworker, new GetSpouseAgenda(false, AgendaView.Week, null))).Value.Days[2].Lines;
        Assert.Equal("Paul Lannes", Assert.Single(team, l => l.Kind == AgendaKind.Meeting).OwnerName);
    }

    [Fact]
    public async Task The_page_says_today_in_words_and_what_is_late()
    {
        var someone = await CaseworkerAsync();
        await InSpaceAsync();
        await SendAsync(someone, new PlanSpouseStep((await FileAsync()).Id, await VersionAsync(), "Rappeler", "2026-03-02"));
        Clock.Advance(TimeSpan.FromDays(2));
        using var caseworker = App.ClientFor(someone);

        var page = await caseworker.GetPageAsync("/accompagnement/agenda");

        Assert.Equal("Agenda du 2 mars 2026 au 8 mars 2026", page.Text("h1"));
        Assert.Equal("mercredi 4 mars Aujourd'hui", page.Text(".agenda-today h2"));
        Assert.Contains("En retard de 2 jours", page.Text(".agenda-day").PlainSpaces(), StringComparison.Ordinal);
        Assert.Equal("Agenda de mars 2026", (await caseworker.GetPageAsync("/accompagnement/agenda?vue=mois&jour=n'importe&tous=1")).Text("h1"));
    }

    private static MeetingForm At(Actor caseworker, string day, string hour) => new()
    {
        Day = day,
        Hour = hour,
        Minutes = "30",
        Way = nameof(MeetingWay.Phone),
        OwnerId = caseworker.AccountId.ToString(),
    };
}
