using System.Net;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseBoardTests : SpouseTest
{
    [Fact]
    public async Task Each_state_is_a_column_with_its_files_the_latest_first()
    {
        var caseworker = await CaseworkerAsync();
        foreach (var (email, day) in new[] { ("a@example.org", "2026-03-20"), ("b@example.org", "2026-03-05"), ("c@example.org", "2026-03-10") })
        {
            await InSpaceAsync(email, Form with { Name = email });
            Assert.Null((await SendAsync(caseworker, new PlanSpouseStep((await FileAsync(email)).Id, await VersionAsync(email), "Appeler", day))).Error);
        }

        await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Alix", "alix@example.org"));
        Clock.Advance(TimeSpan.FromDays(7)); // 9 March

        var board = (await SendAsync(caseworker, new GetSpouseBoard(Mine: true, WithClosed: false, null))).Value;

        Assert.Equal(Enum.GetValues<SpouseCaseState>().Where(s => s != SpouseCaseState.Closed), board.Columns.Select(c => c.State));
        Assert.Equal([("b@example.org", 4), ("c@example.org", 0), ("a@example.org", 0)], board.Columns[1].Cards.Select(c => (c.Name, c.DaysLate)));
        Assert.Equal([SpouseCaseState.Closed], Assert.Single(board.Columns[0].Cards).Moves); // invited, and has not agreed
    }

    [Fact]
    public async Task The_closed_ones_come_on_demand_and_those_of_a_colleague_with_the_whole_team()
    {
        var (caseworker, colleague) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync();
        var file = await FileAsync();
        var (owner, other) = file.OwnerId == caseworker.AccountId ? (caseworker, colleague) : (colleague, caseworker);

        Assert.Equal(0, (await SendAsync(other, new GetSpouseBoard(true, false, null))).Value.Columns.Sum(c => c.Count));
        Assert.Equal(1, (await SendAsync(other, new GetSpouseBoard(false, false, null))).Value.Columns.Sum(c => c.Count));
        Assert.Null((await SendAsync(owner, new MoveSpouseCard(file.Id, await VersionAsync(), SpouseCaseState.Closed))).Error);

        var board = (await SendAsync(owner, new GetSpouseBoard(true, false, file.Id))).Value;
        Assert.Equal((0, 1, SpouseCaseState.Closed), (board.Columns.Sum(c => c.Count), board.Closed, board.Moved!.State));
        Assert.Equal(1, (await SendAsync(owner, new GetSpouseBoard(true, true, null))).Value.Columns[^1].Count);
    }

    [Fact]
    public async Task A_move_takes_the_usual_step_and_its_day_and_the_person_is_written_to()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        await SendAsync(caseworker, new WriteUsualSteps([new UsualStepRow { State = nameof(SpouseCaseState.Interview), Text = "Se voir à Auch", Days = "8" }]));
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null((await SendAsync(caseworker, new MoveSpouseCard((await FileAsync()).Id, await VersionAsync(), SpouseCaseState.Interview))).Error);

        var file = await FileAsync();
        Assert.Equal((SpouseCaseState.Interview, "Se voir à Auch", new DateOnly(2026, 3, 10)), (file.State, file.NextStep, file.NextStepOn));
        Assert.Contains("Se voir à Auch", await BodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slower_of_two_learns_who_was_faster_and_a_second_click_is_one_move()
    {
        var (first, second) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync();
        var (id, version) = ((await FileAsync()).Id, await VersionAsync());

        var clicks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(first, new MoveSpouseCard(id, version, SpouseCaseState.Interview))));
        Assert.All(clicks, c => Assert.Null(c.Error));
        Assert.Single((await MailsAsync()), m => m.Kind == "spouse.moved");
        var late = (await SendAsync(second, new MoveSpouseCard(id, version, SpouseCaseState.Paused))).Error!;

        Assert.Equal("changed-meanwhile", late.Code);
        Assert.StartsWith("Maylis Duprat vient de faire passer Inès Capdevielle à « Entretien »", late.Message.PlainSpaces(), StringComparison.Ordinal);
        Assert.Equal(SpouseCaseState.Interview, (await FileAsync()).State);
    }

    [Fact]
    public async Task What_the_table_refuses_the_board_refuses()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var invited = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Alix", "alix@example.org"))).Value;

        Assert.Equal("spouse.wrong-move", (await SendAsync(caseworker, new MoveSpouseCard(id, await VersionAsync(), SpouseCaseState.InPost))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(caseworker, new MoveSpouseCard(id, await VersionAsync(), null))).Error?.Code);
        Assert.Equal("spouse.no-consent", (await SendAsync(caseworker, new MoveSpouseCard(invited, await VersionAsync("alix@example.org"), SpouseCaseState.Interview))).Error?.Code);
        Assert.Equal("spouse.not-found", (await SendAsync(caseworker, new MoveSpouseCard(Guid.NewGuid(), 1, SpouseCaseState.Interview))).Error?.Code);
    }

    [Fact]
    public async Task Without_a_script_a_card_moves_by_its_menu_and_the_page_says_what_it_wrote()
    {
        var someone = await CaseworkerAsync();
        using var caseworker = App.ClientFor(someone);
        await InSpaceAsync();
        var (id, version) = ((await FileAsync()).Id, await VersionAsync());
        const string Board = "/accompagnement/tableau";
        var stale = await caseworker.GetPageAsync(Board);
        Assert.Equal("Inès Capdevielle", stale.Text("section[data-state=Consent] h3"));

        var moved = await caseworker.SubmitAsync(stale, Board, $"carte-{id:N}", ("Card.To", "Interview"));
        Assert.EndsWith($"{Board}?fait={id}", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await caseworker.GetPageAsync($"{Board}?fait={id}");
        Assert.Contains("« Tenir l'entretien », pour le 16 mars 2026", page.Text(".notice-success").PlainSpaces(), StringComparison.Ordinal);
        Assert.Equal($"/accompagnement/{id}#suite-titre", page.QuerySelector(".notice-success a")!.GetAttribute("href"));
        Assert.Equal("Inès Capdevielle", page.Text("section[data-state=Interview] h3"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());

        var colleague = await CaseworkerAsync("Paul Lannes");
        Assert.Null((await SendAsync(colleague, new MoveSpouseCard(id, await VersionAsync(), SpouseCaseState.Project))).Error);
        var late = await caseworker.SubmitAsync(stale, Board, $"carte-{id:N}", ("Card.To", "Paused"));
        var conflict = await late.ReadPageAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Paul Lannes vient de faire passer Inès Capdevielle", conflict.Text(".notice-danger"), StringComparison.Ordinal);
        Assert.Equal("Inès Capdevielle", conflict.Text("section[data-state=Project] h3"));
    }
}
