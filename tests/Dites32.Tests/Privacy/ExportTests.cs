using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Dites32.Core.Applications;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy;

/// <summary>Whoever asks for their data gets all of them, and nobody else's.</summary>
public sealed class ExportTests : WebTest
{
    private const string Address = "nadia@canari.example";
    private static readonly byte[] Cv = SampleFiles.Pdf(info: "Canari du fichier");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_personal_column_is_in_the_export()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv, recruits: true);
        var canaries = await Canaries.PutAsync(this, ConnectionString, Address);

        var archive = await UnzipAsync((await SendAsync(person.Account, new ExportMyData())).Value);

        var personal = PersonalData.Current.Tables.Where(t => t.Value.ReachedBy.Count > 0)
            .SelectMany(t => t.Value.Columns.Keys.Except(t.Value.NotExported.Keys).Select(c => $"{t.Key}.{c}")).ToList();
        Assert.True(personal.Count > 120);
        Assert.Empty(personal.Except(FilledColumns(archive))); // nothing of it in the export, or WholePerson has none
        var (shown, hidden) = (canaries.Where(IsExported).ToList(), canaries.Where(c => !IsExported(c)).ToList());
        Assert.True(shown.Count > 30, $"{shown.Count}");
        Assert.All(shown, c => Assert.Contains(c.Text, archive["donnees.json"], StringComparison.Ordinal));
        Assert.All(shown, c => Assert.Contains(c.Text, archive["index.html"], StringComparison.Ordinal));
        Assert.All(hidden, c => Assert.DoesNotContain(archive, file => file.Value.Contains(c.Text, StringComparison.Ordinal)));
        Assert.Contains(archive, file => file.Key.StartsWith("documents/", StringComparison.Ordinal) && file.Value.Contains("Canari du fichier", StringComparison.Ordinal));
        Assert.Contains("nadia@canari.example", archive["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_data_are_in_it()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv);
        var stranger = await this.ApplyAsync(await this.OfferAsync(person.Site), "autre@inconnu.example", "Autre Inconnu", "10001234564");
        await SendAsync(Actor.Anonymous, new Core.Offers.AskQuestion(Guid.NewGuid(), (await this.OfferAsync()).Number, "Autre Inconnu", "autre@inconnu.example", "Autre question", false));

        var mine = await UnzipAsync((await SendAsync(person.Account, new ExportMyData())).Value);
        var theirs = await UnzipAsync((await SendAsync(await this.HolderAsync(stranger.Id), new ExportApplicationData(stranger.Id))).Value);

        Assert.DoesNotContain(mine, f => f.Value.Contains("inconnu", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Autre Inconnu", theirs["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, f => f.Value.Contains("Zelandieu", StringComparison.Ordinal) || f.Value.Contains(Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_personal_link_gives_its_application_and_nothing_else_of_the_same_person()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv);

        var archive = await UnzipAsync((await SendAsync(person.Holder, new ExportApplicationData(person.ApplicationId))).Value);

        using var json = JsonDocument.Parse(archive["donnees.json"]);
        int Rows(string table) => json.RootElement.GetProperty(table).GetArrayLength();
        Assert.Equal((1, 1, 1, 1), (Rows("candidate"), Rows("application"), Rows("application_note"), Rows("document")));
        Assert.Equal((0, 0, 0), (Rows("account"), Rows("account_session"), Rows("offer_question")));
        Assert.Contains("cv.pdf", string.Join(' ', archive.Keys), StringComparison.Ordinal);
        Assert.Contains("Remplaçant thésé", archive["index.html"], StringComparison.Ordinal);
        Assert.Contains("2 mars 2026", archive["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain(person.RefusedId.ToString(), archive["donnees.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_antivirus_refused_is_named_and_not_given()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv);
        await InDatabaseAsync(db => db.Documents.ExecuteUpdateAsync(set => set.SetProperty(d => d.Verdict, Core.Documents.DocumentVerdict.Refused), Stop));

        var archive = await UnzipAsync((await SendAsync(person.Holder, new ExportApplicationData(person.ApplicationId))).Value);

        Assert.Equal(["donnees.json", "index.html"], archive.Keys.Order());
        Assert.Contains("cv.pdf", archive["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_person_gets_it_and_each_export_leaves_a_trace()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv);
        var other = await this.HolderAsync((await this.ApplyAsync(await this.OfferAsync(), "autre@inconnu.example")).Id);

        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new ExportMyData())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(person.Holder, new ExportMyData())).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(other, new ExportApplicationData(person.ApplicationId))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(person.Site.Recruiter, new ExportApplicationData(person.ApplicationId))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new ExportApplicationData(person.ApplicationId))).Error?.Code);
        await SendAsync(person.Holder, new ExportApplicationData(person.ApplicationId));
        Assert.Equal([person.ApplicationId], await InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == "ExportApplicationData").Select(e => e.SubjectId).ToListAsync(Stop)));

        await InDatabaseAsync(db => db.PersonalLinks.ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, Clock.Now), Stop));
        Assert.Equal("application.not-found", (await SendAsync(person.Holder, new ExportApplicationData(person.ApplicationId))).Error?.Code);
    }

    [Fact]
    public async Task The_pages_lead_to_the_archive_after_a_fresh_proof()
    {
        var person = await WholePerson.CreateAsync(this, Address, Cv);
        using var client = App.ClientFor(person.Account);
        Assert.NotNull((await client.GetPageAsync("/mon-compte")).QuerySelector("a[href='/mes-donnees']"));
        Assert.NotNull((await client.GetPageAsync("/mes-donnees")).QuerySelector("a[href='/mes-donnees/archive']"));

        using var answer = await client.GetAsync("/mes-donnees/archive", Stop);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("mes-donnees-dites32-2026-03-02.zip", answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(4, zip.Entries.Count);

        Clock.Advance(TimeSpan.FromMinutes(11));
        using var stale = await client.GetAsync("/mes-donnees/archive", Stop);
        Assert.Equal("/confirmer?retour=%2Fmes-donnees%3Ffait%3Dpreuve", stale.Headers.Location?.OriginalString);
        using var visitor = await Visitor().GetAsync("/mes-donnees/archive", Stop);
        Assert.Equal("/connexion?retour=/mes-donnees", visitor.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor().GetAsync("/mes-donnees", Stop)).StatusCode);
    }

    [Fact]
    public async Task Somebody_with_a_follow_up_link_downloads_theirs_and_nobody_else_can()
    {
        var application = await this.ApplyAsync(await this.OfferAsync(), Address);
        var (link, secret) = PersonalLink.ToApplication(application.Id, Clock.Now);
        await SaveAsync(link);
        using var client = Visitor();
        using var opened = await client.GetAsync($"/suivi/{secret}", Stop);
        var follow = $"/suivi/candidature/{application.Id}";

        Assert.NotNull((await client.GetPageAsync(follow)).QuerySelector($"main a[href='{follow}/mes-donnees']"));
        var page = await client.GetPageAsync($"{follow}/mes-donnees");
        using var answer = await client.GetAsync(page.QuerySelector("main a[href$='/archive']:not([download])")!.GetAttribute("href"), Stop);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync($"{follow}/mes-donnees/archive", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Visitor().GetAsync($"{follow}/mes-donnees", Stop)).StatusCode);
    }

    private static bool IsExported(Canary canary) => !PersonalData.Current.Tables[canary.Table].NotExported.ContainsKey(canary.Column);

    private static IEnumerable<string> FilledColumns(Dictionary<string, string> archive)
    {
        using var json = JsonDocument.Parse(archive["donnees.json"]);
        return [.. json.RootElement.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.Array).SelectMany(t => t.Value.EnumerateArray()
            .SelectMany(r => r.EnumerateObject()).Where(c => c.Value.ValueKind != JsonValueKind.Null).Select(c => $"{t.Name}.{c.Name}")).Distinct()];
    }

    private static async Task<Dictionary<string, string>> UnzipAsync(PersonalArchive archive)
    {
        using var zip = new ZipArchive(await archive.OpenAsync(Stop));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }
}
