using System.Net;
using AngleSharp.Html.Dom;
using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>The journal as the administrators and the data protection officer see it.</summary>
public sealed class JournalPageTests : WebTest
{
    private const string Journal = "/administration/journal";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_was_typed_is_still_there_beside_what_is_wrong_with_it()
    {
        using var client = App.ClientFor(await SomeoneAsync(Role.DataProtectionOfficer));

        using var answer = await client.GetAsync($"{Journal}?du=hier&au=2031-13-01&qui=Camille+%22C%22&action=TeaTime&nature=autre&objet=Napkin&numero=42", Stop);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["hier", "2031-13-01", "Camille \"C\"", "autre", "TeaTime", "Napkin", "42"],
            page.QuerySelectorAll("main form .field :is(input, select)").Select(f => (f as IHtmlInputElement)?.Value ?? ((IHtmlSelectElement)f).Value));
        Assert.Equal(7, page.QuerySelectorAll(".field-invalid .error").Length);
        foreach (var link in page.QuerySelectorAll(".error-summary a"))
        {
            Assert.NotNull(page.QuerySelector($"form [id='{link.GetAttribute("href")!.Split('#')[1]}'][aria-invalid=true]"));
        }

        Assert.Null(page.QuerySelector("main table"));
    }

    [Fact]
    public async Task The_pager_and_the_file_keep_what_is_looked_for()
    {
        await RunAsOwnerAsync("SELECT audit_month('2026-03-01')");
        await RunAsOwnerAsync("INSERT INTO audit_entry (at, actor_kind, action) SELECT '2026-03-01T09:00:00Z', 'System', 'SweepDrafts' FROM generate_series(1, 51)");
        using var client = App.ClientFor(await SomeoneAsync(Role.DataProtectionOfficer));

        var first = await client.GetPageAsync($"{Journal}?action=SweepDrafts&au=2026-03-31");
        var last = await client.GetPageAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal("Les 50 traces les plus récentes", first.Text(".result-bar strong").PlainSpaces());
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("1 trace, du 1er mars 2026 au 1er mars 2026", last.Text(".result-bar strong").PlainSpaces());
        Assert.Equal(["Les plus récentes"], last.QuerySelectorAll(".pager a").Select(a => a.TextContent));
        Assert.Equal($"{Journal}?au=2026-03-31&action=SweepDrafts", last.QuerySelector(".pager a")!.GetAttribute("href"));
        Assert.Equal($"{Journal}.csv?au=2026-03-31&action=SweepDrafts", last.QuerySelector(".result-bar a")!.GetAttribute("href"));
        Assert.Equal("SweepDrafts", ((IHtmlSelectElement)last.QuerySelector("select[name=action]")!).Value);
        Assert.Contains("Aucune trace ne correspond", (await client.GetPageAsync($"{Journal}?au=2026-01-01")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_leads_administrators_to_the_account_and_the_thing_and_the_officer_to_neither()
    {
        var (someone, admin, officer) = (await SomeoneAsync(Role.SiteRecruiter), await SomeoneAsync(Role.Administrator), await SomeoneAsync(Role.DataProtectionOfficer));
        var (account, card) = (someone.RequiredAccountId, Guid.CreateVersion7());
        await RunAsOwnerAsync(new WrittenTrace("2026-03-03T09:00:00Z")
        {
            By = ActorKind.Account,
            AccountId = account,
            Action = "GetCard",
            Kind = nameof(SubjectKind.Application),
            SubjectId = card,
            Purpose = nameof(ReadingPurpose.Recruiting),
        }.Sql);
        using var administrator = App.ClientFor(admin);
        using var reader = App.ClientFor(officer);

        var theirs = await administrator.GetPageAsync($"{Journal}?qui={account}&au=2026-03-31");
        var plain = await reader.GetPageAsync($"{Journal}?qui={account}&au=2026-03-31");

        Assert.Equal(
            [$"/administration/comptes/{account}", $"{Journal}?qui={account}", $"/recruteur/candidatures/{card}", $"{Journal}?objet=Application&numero={card}"],
            theirs.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal([$"{Journal}?qui={account}", $"{Journal}?objet=Application&numero={card}"], plain.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        foreach (var line in plain.QuerySelectorAll("tbody br"))
        {
            line.TextContent = " ";
        }

        Assert.Equal("Lire une candidature 3 mars 2026 10 h 00 min 00 s Camille Essai Ses traces (Camille Essai) Candidature "
            + $"{card} Ses traces (Candidature {card}) Recruter", plain.Text("tbody tr"));
    }

    [Fact]
    public async Task Only_administrators_and_the_officer_find_the_journal_in_their_menu_and_open_it()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var isReader = role is Role.Administrator or Role.DataProtectionOfficer;
            using var client = App.ClientFor(await SomeoneAsync(role));
            using var page = await client.GetAsync(Journal, Stop);
            Assert.Equal(isReader ? null : "/acces-refuse", page.Headers.Location?.AbsolutePath);
            Assert.Equal(isReader ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync($"{Journal}.csv", Stop)).StatusCode);
            Assert.Equal(isReader, (await client.GetPageAsync("/mon-compte")).QuerySelector($"header a[href='{Journal}']") is not null);
        }

        using var visitor = Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Journal, Stop)).StatusCode);
        using var file = await visitor.GetAsync($"{Journal}.csv?au=2026-03-31", Stop);
        Assert.Equal("/connexion?retour=%2Fadministration%2Fjournal%3Fau%3D2026-03-31", file.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_file_is_one_that_a_French_spreadsheet_opens_and_no_formula_runs_in_it()
    {
        var someone = await SomeoneAsync(Role.Candidate);
        await InDatabaseAsync(db => db.Users.Where(a => a.Id == someone.RequiredAccountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisplayName, "=HYPERLINK(\"http://x\";\"y\")"), Stop));
        await RunAsOwnerAsync(new WrittenTrace("2026-03-03T09:00:00Z") { By = ActorKind.Account, AccountId = someone.AccountId, Action = "ChangeDisplayName" }.Sql);
        using var client = App.ClientFor(await SomeoneAsync(Role.DataProtectionOfficer));

        using var answer = await client.GetAsync($"{Journal}.csv?qui={someone.AccountId}&au=2026-03-31", Stop);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^attachment; filename=traces-dites32-\d{4}-\d{2}-\d{2}\.csv", answer.Content.Headers.ContentDisposition?.ToString() ?? "");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            [
                "Date et heure (Paris);Instant (UTC);Qui;Numéro du compte;Numéro du lien personnel;Action;Code;À propos de;Numéro;Pourquoi",
                $"2026-03-03 10:00:00;2026-03-03T09:00:00Z;\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";{someone.AccountId};;Changer son nom;ChangeDisplayName;;;", "",
            ],
            System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n"));
    }

    [Fact]
    public async Task Downloading_asks_for_a_fresh_proof_and_comes_back_to_the_same_search()
    {
        using var client = App.ClientFor(await SomeoneAsync(Role.Administrator));
        Clock.Advance(TimeSpan.FromMinutes(11));

        using var stale = await client.GetAsync($"{Journal}.csv?nature=lectures", Stop);
        using var wrong = await App.ClientFor(await SomeoneAsync(Role.Administrator)).GetAsync($"{Journal}.csv?du=hier", Stop);

        var back = "/administration/journal?nature=lectures&fait=preuve";
        Assert.Equal($"/confirmer?retour={Uri.EscapeDataString(back)}", stale.Headers.Location?.OriginalString);
        Assert.Contains("vous pouvez télécharger", (await client.GetPageAsync(back)).Text(".notice-success").PlainSpaces(), StringComparison.Ordinal);
        Assert.Equal($"{Journal}?du=hier", wrong.Headers.Location?.OriginalString);
        Assert.Equal(0, await InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(ExportAudit), Stop)));
    }
}
