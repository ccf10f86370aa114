using System.Net;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy.Retention;

/// <summary>The officer sees what the rules do; an administrator, and nobody else, makes them real.</summary>
public sealed class RetentionPagesTests : RetentionTest
{
    private const string List = "/protection-des-donnees";
    private const string Rule = List + "/regles/Refused";

    [Fact]
    public async Task The_officer_reads_what_is_over_and_what_the_nights_did_and_changes_nothing()
    {
        await EndedAsync(StageCategory.Refused);
        var officer = await SomeoneAsync(Role.DataProtectionOfficer);
        using var first = App.ClientFor(officer);
        var before = await first.GetPageAsync(List);
        Assert.Contains("Aucune nuit n'est encore passée", before.Text("main"), StringComparison.Ordinal);
        Assert.Contains("aucune candidature n'est arrivée au bout", before.Text("main"), StringComparison.Ordinal);
        await NightAfterAsync(100);

        using var client = App.ClientFor(officer); // the first session is over
        var page = await client.GetPageAsync(List);

        Assert.Contains("Candidatures qui n'ont pas abouti 3 mois après la réponse définitive", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("À blanc 1 échue, 1 personne à prévenir", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("1 échue, 1 personne à prévenir rien : à blanc", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{Rule}']"));
        Assert.StartsWith("/acces-refuse", (await client.GetAsync(Rule, Stop)).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_makes_a_rule_real_and_takes_that_back_and_both_are_in_the_trail()
    {
        var administrator = await SomeoneAsync(Role.Administrator);
        using var client = App.ClientFor(administrator);
        Assert.NotNull((await client.GetPageAsync(List)).QuerySelector($"a[href='{Rule}']"));
        Assert.Contains("rien n'est effacé avant 30 jours", (await client.GetPageAsync(Rule)).Text("main"), StringComparison.Ordinal);

        using var real = await client.SubmitAsync(Rule, "regle", ("Input.Real", "1"));
        Assert.Equal(HttpStatusCode.Redirect, real.StatusCode);
        Assert.NotNull((await SeenAsync(RetentionRule.Refused)).RealSince);
        Assert.Contains("Réelle depuis le 2 mars 2026", (await client.GetPageAsync($"{List}?fait=regle")).Text("main"), StringComparison.Ordinal);
        using var again = await client.SubmitAsync(Rule, "regle", ("Input.Real", "1")); // a double click
        using var dry = await client.SubmitAsync(Rule, "regle", ("Input.Real", "0"));

        Assert.Null((await SeenAsync(RetentionRule.Refused)).RealSince);
        Assert.Equal([RetentionState.IdOf(RetentionRule.Refused), RetentionState.IdOf(RetentionRule.Refused)], await InDatabaseAsync(db => db.AuditEntries
            .Where(e => e.Action == nameof(SwitchRetention) && e.AccountId == administrator.AccountId).Select(e => e.SubjectId!.Value).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_rule_that_does_not_exist_is_not_found()
    {
        using var client = App.ClientFor(await SomeoneAsync(Role.Administrator));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(List + "/regles/Everything", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(List + "/regles/0", Stop)).StatusCode);
    }

    [Fact]
    public async Task Figures_of_less_than_five_are_not_shown()
    {
        await RealAsync(RetentionRule.Erased);
        for (var i = 0; i < 6; i++)
        {
            var id = await ApplyAsync(Offer);
            Assert.Null((await SendAsync(await PersonAsync(id), new Core.Privacy.EraseApplication(id))).Error);
        }

        for (var i = 0; i < 4; i++)
        {
            var id = await EndedAsync(StageCategory.Refused);
            Assert.Null((await SendAsync(await PersonAsync(id), new Core.Privacy.EraseApplication(id))).Error);
        }

        await NightAfterAsync(100);

        using var client = App.ClientFor(await SomeoneAsync(Role.DataProtectionOfficer));
        var row = (await client.GetPageAsync(List)).QuerySelectorAll("tr").Single(r => r.TextContent.Contains("mars 2026", StringComparison.Ordinal) && r.Children.Length == 5);
        Assert.Equal(["mars 2026", "0", "moins de 5", "0", "6"], row.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task From_the_page_of_their_data_people_renew_their_agreement_before_it_ends()
    {
        var id = await ApplyAsync(Offer);
        var (link, secret) = PersonalLink.ToApplication(id, Clock.Now);
        await SaveAsync(link);
        await PoolAsync(id, joins: true);
        Clock.Advance(TimeSpan.FromDays(700));
        using var client = Visitor();
        using var opened = await client.GetAsync($"/suivi/{secret}", Stop);

        using var renewed = await client.SubmitAsync($"/suivi/candidature/{id}/mes-donnees", "vivier", ("Input.Joins", "1"));

        Assert.Equal(Clock.Now, (await StateAsync(id)).Application.PoolJoinedAt);
    }
}
