using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>A file of employers and posts: looked at, then taken in once, whole, without its refused lines.</summary>
public sealed class ImportJobsTests : SpouseTest
{
    private const string Header = "employeur;siret;secteur;commune;contact;courriel;téléphone;poste;rome;contrat;commune du poste;début;candidater jusqu'au;lien;description\n";

    private const string Good = Header
        + "Librairie de la Halle;732 829 320 00074;Commerce;Auch (32000);Sam Martin;sam@example.org;05 62 00 00 00;Libraire;d1210;cdi;;;31/03/2026;https://annonces.example/1;\"Vente ; conseil\"\n"
        + "Librairie de la Halle;;;Auch;;;;Caissière;D1106;CDD;Mirande;;;;\n"
        + "Scierie du Bois;;Bois;Mirande;;;;;;;;;;;\n";

    [Theory, InlineData("utf-8"), InlineData("bom"), InlineData("windows"), InlineData("comma")]
    public async Task However_a_spreadsheet_saves_it_a_file_says_what_it_will_do_and_does_that(string how)
    {
        var caseworker = await CaseworkerAsync();
        var text = how == "comma" ? Good.Replace(';', ',').Replace("\"Vente , conseil\"", "\"Vente ; conseil\"", StringComparison.Ordinal) : Good;
        var id = await SendFileAsync(caseworker, how switch
        {
            "bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "windows" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        });

        var seen = await PreviewAsync(caseworker, id);
        Assert.Equal(new ImportCounts(2, 0, 2, 0, 0, 0), seen.Counts);
        Assert.Empty((await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items);
        Assert.Null((await SendAsync(caseworker, new RunJobImport(id, seen.Seen))).Error);

        var rows = (await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items;
        Assert.Equal([("Librairie de la Halle", 2), ("Scierie du Bois", 0)], rows.Select(r => (r.Name, r.OpenVacancies)));
        var sheet = (await SendAsync(caseworker, new GetJobEmployer(rows[0].Id))).Value;
        Assert.Equal(("73282932000074", "Sam Martin", "0562000000"), (sheet.Form.Siret, sheet.Form.ContactName, sheet.Form.ContactPhone));
        Assert.Equal([("Caissière", "D1106", JobContract.FixedTerm, "Mirande"), ("Libraire", "D1210", JobContract.Permanent, "Auch")],
            sheet.Vacancies.OrderBy(v => v.Title, StringComparer.Ordinal).Select(v => (v.Title, v.RomeCode!, v.Contract, v.CommuneName)));
        Assert.Equal("Vente ; conseil", await BehindTheWallAsync(db => db.Vacancies.Where(v => v.Title == "Libraire" && v.Source == JobSource.File).Select(v => v.Description).SingleAsync(Stop)));
    }

    [Fact]
    public async Task The_same_file_sent_twice_creates_nothing_twice_even_at_once()
    {
        var caseworker = await CaseworkerAsync();
        var ids = new[] { await SendFileAsync(caseworker, Good), await SendFileAsync(caseworker, Good) };
        var seen = (await PreviewAsync(caseworker, ids[0])).Seen;
        var answers = await Task.WhenAll(ids.SelectMany(id => new[] { id, id }).Select(id => SendAsync(caseworker, new RunJobImport(id, seen))));

        // One of the two files came first, twice by a double click; the other would not do any more what was seen.
        Assert.Equal(2, answers.Count(a => a.Error is null));
        Assert.Equal(2, answers.Count(a => a.Error?.Code == "changed-meanwhile"));
        Assert.Equal((2, 2), await BehindTheWallAsync(async db => (await db.Employers.CountAsync(Stop), await db.Vacancies.CountAsync(Stop))));

        var third = await SendFileAsync(caseworker, Good);
        var preview = await PreviewAsync(caseworker, third);
        Assert.Equal(new ImportCounts(0, 0, 0, 0, 3, 0), preview.Counts);
        Assert.False(preview.Counts.DoesSomething);
    }

    [Fact]
    public async Task What_is_known_is_put_right_and_an_empty_cell_changes_nothing()
    {
        var caseworker = await CaseworkerAsync();
        await TakeInAsync(caseworker, Good);

        var preview = await TakeInAsync(caseworker, Header
            + "LIBRAIRIE DE LA HALLE;;Livres;auch;;;;Libraire;;CDI;;01/06/2026;;;\n" // by its name and commune
            + "La Grande Librairie;73282932000074;;Auch;;;;;;;;;;;\n" // by its Siret
            + "Scierie du Bois;356 000 000 00048;;Mirande;;;;;;;;;;;\n"); // a Siret for whoever had none

        Assert.Equal(new ImportCounts(0, 3, 0, 1, 0, 0), preview.Counts);
        Assert.Equal([["secteur", "début"], ["employeur"], ["siret"]], preview.Lines.Items.Select(l => l.Reasons));
        var rows = (await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items;
        Assert.Equal([("La Grande Librairie", "Livres"), ("Scierie du Bois", "Bois")], rows.Select(r => (r.Name, r.Sector)));
        Assert.Equal((new DateOnly(2026, 6, 1), new DateOnly(2026, 3, 31), "D1210"),
            await BehindTheWallAsync(async db => await db.Vacancies.Where(v => v.Title == "Libraire").Select(v => new ValueTuple<DateOnly, DateOnly, string>(v.StartsOn!.Value, v.OpenUntil!.Value, v.RomeCode!)).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_refused_line_says_why_and_is_left_out_and_the_others_come_in()
    {
        var caseworker = await CaseworkerAsync();
        await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), new JobEmployerForm { Name = "Jumeaux", Commune = "Auch" }));
        await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), new JobEmployerForm { Name = "Jumeaux", Commune = "Auch" }));
        var preview = await TakeInAsync(caseworker, Header
            + "Bon;;;Auch;;;;Libraire;;CDI;;;;;\n"
            + ";12;;Toulouse;;a;b;;Z1;CDX;;jamais;01/02/2026;ftp://x;\n"
            + "Jumeaux;;;Auch;;;;;;;;;;;\n"
            + "Décalé;;;Auch;;;;;;;;;;;;;de trop\n");

        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0, 3), preview.Counts);
        Assert.Equal([3, 4, 5, 2], preview.Lines.Items.Select(l => l.Number)); // refused ones first
        var wrong = preview.Lines.Items[0].Reasons;
        Assert.Equal(["candidater jusqu'au", "commune", "contrat", "courriel", "début", "employeur", "lien", "poste", "rome", "siret", "téléphone"],
            wrong.Select(r => r.Split('\u00a0')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("Plusieurs employeurs", Assert.Single(preview.Lines.Items[1].Reasons), StringComparison.Ordinal);
        Assert.Contains("Plus de cellules", Assert.Single(preview.Lines.Items[2].Reasons), StringComparison.Ordinal);
        Assert.Equal(["Bon", "Jumeaux", "Jumeaux"], (await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items.Select(r => r.Name));

        var after = await PreviewAsync(caseworker, await BehindTheWallAsync(db => db.Imports.Select(i => i.Id).SingleAsync(Stop)));
        Assert.Equal((preview.Counts, 3), (after.Counts, after.Lines.Total));
    }

    [Fact]
    public async Task Whoever_imports_has_seen_what_the_file_does_now()
    {
        var caseworker = await CaseworkerAsync();
        var id = await SendFileAsync(caseworker, Good);
        var seen = await PreviewAsync(caseworker, id);
        await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), new JobEmployerForm { Name = "Scierie du bois", Commune = "Mirande" }));

        Assert.Equal("changed-meanwhile", (await SendAsync(caseworker, new RunJobImport(id, seen.Seen))).Error?.Code);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Vacancies.CountAsync(Stop)));
        Assert.Equal(new ImportCounts(1, 1, 2, 0, 0, 0), (await PreviewAsync(caseworker, id)).Counts);
    }

    [Theory]
    [InlineData("", "spouse.import-no-file")]
    [InlineData("nom;ville\nA;Auch\n", "spouse.import-no-header")]
    [InlineData("employeur;commune;Commune\nA;Auch;Auch\n", "spouse.import-same-columns")]
    [InlineData("employeur;commune\n\n", "spouse.import-no-line")]
    [InlineData("employeur;commune\n\"A;Auch\n", "csv-open-quote")]
    [InlineData("PK\0\0", "csv-not-text")]
    [InlineData("lines", "spouse.import-too-many-lines")]
    [InlineData("large", "spouse.import-too-large")]
    public async Task A_file_that_is_none_is_refused_in_a_sentence(string file, string code)
    {
        var text = file switch
        {
            "lines" => "employeur;commune\n" + string.Concat(Enumerable.Repeat("A;Auch\n", 2001)),
            "large" => "employeur;commune\n" + new string('a', 1 << 20),
            _ => file,
        };
        Assert.Equal(code, (await SendAsync(await CaseworkerAsync(), new ReceiveJobFile(Guid.NewGuid(), "a.csv", Encoding.UTF8.GetBytes(text)))).Error?.Code);
        Assert.NotNull(JobImportErrors.OfCode(code));
        Assert.Equal(0, await BehindTheWallAsync(db => db.Imports.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_caseworker_sends_the_file_by_a_plain_form_sees_it_and_takes_it_in()
    {
        using var client = App.ClientFor(await CaseworkerAsync());
        var sent = await UploadAsync(client, "=HYPERLINK(\"http://pirate.example\");Auch;@SUM(1);<script>alert(1)</script>\n;Auch;;\n", "employeur;commune;secteur;couleur\n");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var page = await client.GetPageAsync(sent.Headers.Location!.ToString());

        Assert.Contains("1 employeur à créer", page.Text(".counts"), StringComparison.Ordinal);
        Assert.Contains("couleur", page.Text(".notice-info"), StringComparison.Ordinal);
        Assert.Equal("3", page.Text("tbody th"));
        var done = await client.SubmitAsync(sent.Headers.Location!.ToString(), "importer");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var after = await client.GetPageAsync(sent.Headers.Location!.ToString());
        Assert.Equal(("Le fichier est importé", 1), (after.Text("h1"), after.QuerySelectorAll("tbody tr").Length));

        var list = await client.GetPageAsync("/accompagnement/employeurs");
        Assert.Equal("=HYPERLINK(\"http://pirate.example\")", list.Text("tbody th")); // a text, as any other
        Assert.Empty(list.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_beside_it()
    {
        using var client = App.ClientFor(await CaseworkerAsync());
        var sent = await UploadAsync(client, "A;Auch\n", "nom;ville\n");
        Assert.Equal("/accompagnement/employeurs/importer?erreur=spouse.import-no-header", sent.Headers.Location!.ToString());
        Assert.Contains("doit nommer ses colonnes", (await client.GetPageAsync(sent.Headers.Location.ToString())).Text(".field-invalid .error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_a_file_that_comes_in()
    {
        var caseworker = await CaseworkerAsync();
        using var client = App.ClientFor(caseworker);
        var page = await client.GetPageAsync("/accompagnement/employeurs/importer");
        var model = await client.GetByteArrayAsync(page.QuerySelector("a[download]")!.GetAttribute("href"), Stop);

        Assert.Equal(new ImportCounts(2, 0, 1, 0, 0, 0), (await PreviewAsync(caseworker, await SendFileAsync(caseworker, model))).Counts);
    }

    [Fact]
    public async Task A_file_is_forgotten_after_a_day()
    {
        var caseworker = await CaseworkerAsync();
        var id = await SendFileAsync(caseworker, Good);
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);

        Assert.Equal("spouse.import-not-found", (await SendAsync(caseworker, new PreviewJobImport(id, 1))).Error?.Code);
        Assert.Equal("spouse.import-not-found", (await SendAsync(caseworker, new RunJobImport(id, ""))).Error?.Code);
    }

    [Fact, Trait("Category", "Long")]
    public async Task Two_thousand_lines_come_in_within_five_seconds()
    {
        var caseworker = await CaseworkerAsync();
        var id = await SendFileAsync(caseworker, Header + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Employeur {i / 4};;;Auch;;;;Poste {i};M1203;CDI;;;;;\n")));
        var clock = Stopwatch.StartNew();
        var seen = await PreviewAsync(caseworker, id);
        Assert.Null((await SendAsync(caseworker, new RunJobImport(id, seen.Seen))).Error);

        TestContext.Current.TestOutputHelper?.WriteLine($"2,000 lines: {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.Equal((500, 2000), (seen.Counts.EmployersAdded, seen.Counts.VacanciesAdded));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private Task<Guid> SendFileAsync(Actor caseworker, string text) => SendFileAsync(caseworker, Encoding.UTF8.GetBytes(text));

    private async Task<Guid> SendFileAsync(Actor caseworker, byte[] content)
    {
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => Assert.Null((await SendAsync(caseworker, new ReceiveJobFile(id, "employeurs.csv", content))).Error)));
        return id;
    }

    private async Task<JobImportPreview> PreviewAsync(Actor caseworker, Guid id) => (await SendAsync(caseworker, new PreviewJobImport(id, 1))).Value;

    private async Task<JobImportPreview> TakeInAsync(Actor caseworker, string text)
    {
        var id = await SendFileAsync(caseworker, text);
        var seen = await PreviewAsync(caseworker, id);
        Assert.Null((await SendAsync(caseworker, new RunJobImport(id, seen.Seen))).Error);
        return seen;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string lines, string header)
    {
        var page = await client.GetPageAsync("/accompagnement/employeurs/importer");
        using var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll("form[enctype] input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(header + lines)), "fichier", "employeurs.csv");
        return await client.PostAsync("/accompagnement/employeurs/importer/envoi", form, Stop);
    }
}
