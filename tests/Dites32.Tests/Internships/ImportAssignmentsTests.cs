using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dites32.Core.Internships;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships;

/// <summary>A file of a semester's assignments: looked at, taken in once, undone as a whole.</summary>
public sealed class ImportAssignmentsTests(ITestOutputHelper output) : InternshipTest
{
    private const string Header = "nom;courriel;terrain;créneau;maquette;entrée;faculté;téléphone;surnombre\n";

    private const string Good = Header
        + "Élise Roux;elise@example.org;Cabinet des Tilleuls;N1;Médecine générale;03/11/2025;Toulouse;06 12 34 56 78;\n"
        + "\"Noa ; Blanc\";NOA@example.org;cabinet des tilleuls;saspas;medecine-generale-6;02/11/2022;;;non\n";

    [Theory, InlineData("utf-8"), InlineData("bom"), InlineData("windows"), InlineData("comma")]
    public async Task However_a_spreadsheet_saves_it_a_file_says_what_it_will_do_and_does_that(string how)
    {
        await PlacementAsync("Cabinet des Tilleuls");
        var text = how == "comma" ? Good.Replace(';', ',').Replace("\"Noa , Blanc\"", "\"Noa ; Blanc\"", StringComparison.Ordinal) : Good;
        var (id, seen) = await SendFileAsync(how switch
        {
            "bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "windows" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        });

        Assert.Equal(new AssignmentCounts(2, 0, 2, 0, 0, 0), seen.Counts);
        Assert.Empty((await SendAsync(Coordinator, new ListInterns("", null, 1))).Value.Items);
        await DoAsync(new RunAssignmentImport(id, seen.Seen));

        Assert.Equal(
            [("Élise Roux", "elise@example.org", "0612345678"), ("Noa ; Blanc", "noa@example.org", null)],
            (await InDatabaseAsync(db => db.Interns.OrderBy(i => i.Email).ToListAsync(Stop))).Select(i => (i.Name, i.Email, i.Phone)));
        Assert.Equal(["Élise Roux", "Noa ; Blanc"], (await BoardAsync(Summer)).Placements.Single().Interns.Select(i => i.Name));
        Assert.Equal(new AssignmentCounts(0, 0, 0, 0, 2, 0), (await SendFileAsync(Encoding.UTF8.GetBytes(text))).Seen.Counts);
    }

    [Fact]
    public async Task Each_refused_line_says_why_and_the_others_are_taken_in()
    {
        await PlacementAsync("Cabinet des Tilleuls", capacity: 1);
        var closed = await PlacementAsync("Cabinet fermé");
        await DoAsync(new ClosePlacement(closed, IsClosed: true));
        var (id, seen) = await SendFileAsync(Header
            + "Élise Roux;elise@example.org;Cabinet des Tilleuls;N1;Médecine générale;03/11/2025;;;\n"
            + "Noa Blanc;noa@example.org;Cabinet des Tilleuls;N1;Médecine générale;03/11/2025;;;\n"
            + ";nulle part;Ailleurs;XX;Astrologie;hier;Mars;12;peut-être\n"
            + "Lou Vert;lou@example.org;Cabinet fermé;N1;Médecine générale;03/11/2025;;;\n"
            + "Élise Roux;elise@example.org;Cabinet des Tilleuls;N1;;;;;\n"
            + "Sam Gris;sam@example.org;Cabinet des Tilleuls;URG;Médecine générale;03/11/2025;;;;trop;de cellules\n"
            + "Mai Bleu;mai@example.org;Cabinet des Tilleuls;N1;;;;;\n");

        Assert.Equal(new AssignmentCounts(1, 0, 1, 0, 0, 6), seen.Counts);
        var reasons = seen.Lines.Items.Where(l => l.Assignment == AssignmentLineOutcome.Refused).ToDictionary(l => l.Number, l => string.Join(' ', l.Reasons));
        Assert.Contains("complet", reasons[3], StringComparison.Ordinal);
        foreach (var words in new[] { "nom", "courriel", "terrain", "créneau", "entrée", "faculté", "téléphone", "surnombre" })
        {
            Assert.Contains($"{words}\u00a0:", reasons[4], StringComparison.Ordinal);
        }

        Assert.Contains("n'accueille plus", reasons[5], StringComparison.Ordinal);
        Assert.Contains("plus haut dans le fichier", reasons[6], StringComparison.Ordinal);
        Assert.Contains("Plus de cellules", reasons[7], StringComparison.Ordinal);
        Assert.Contains("n'offre pas URG", reasons[7], StringComparison.Ordinal);
        Assert.Contains("entrée", reasons[8], StringComparison.Ordinal);

        await DoAsync(new RunAssignmentImport(id, seen.Seen));
        Assert.Equal(["Élise Roux"], await InDatabaseAsync(db => db.Interns.Select(i => i.Name).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_place_that_one_line_leaves_serves_another_in_the_same_file()
    {
        var (tilleuls, ormes) = (await PlacementAsync("Tilleuls", capacity: 1), await PlacementAsync("Ormes", capacity: 1));
        await TakeInAsync(Header + Line("Élise", "Tilleuls"));

        var seen = await TakeInAsync(Header + Line("Noa", "Tilleuls") + Line("Élise", "Ormes"));

        Assert.Equal(new AssignmentCounts(1, 0, 1, 1, 0, 0), seen.Seen.Counts);
        var board = await BoardAsync(Summer);
        Assert.Equal(("Noa", "Élise"), (board.Placements.Single(p => p.Id == tilleuls).Interns.Single().Name, board.Placements.Single(p => p.Id == ormes).Interns.Single().Name));

        await DoAsync(new UndoAssignmentImport(seen.Id));
        board = await BoardAsync(Summer);
        Assert.Equal("Élise", board.Placements.Single(p => p.Id == tilleuls).Interns.Single().Name);
        Assert.Empty(board.Placements.Single(p => p.Id == ormes).Interns);
        Assert.Equal(["Élise"], await InDatabaseAsync(db => db.Interns.Select(i => i.Name).ToListAsync(Stop)));
        await DoAsync(new UndoAssignmentImport(seen.Id)); // a second click
    }

    [Fact]
    public async Task An_undo_gives_back_what_was_written_in_a_file_and_all_or_nothing()
    {
        await PlacementAsync("Tilleuls", capacity: 3);
        await TakeInAsync(Header + Line("Élise", "Tilleuls"));
        var second = await TakeInAsync(Header + Line("Élise", "Tilleuls").Replace("Élise;", "Élise Roux;", StringComparison.Ordinal) + Line("Noa", "Tilleuls"));
        var noa = (await BoardAsync(Summer)).Placements.Single().Interns.Single(i => i.Name == "Noa");
        Clock.Now = new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("internship.import-too-late", (await SendAsync(Coordinator, new UndoAssignmentImport(second.Id))).Error?.Code);

        Clock.Now = new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
        await DoAsync(new ConcludeAssignment(noa.AssignmentId, noa.Version, AssignmentOutcome.NotValidated, "0"));
        var stuck = await SendAsync(Coordinator, new UndoAssignmentImport(second.Id));
        Assert.Equal("internship.import-changed-since", stuck.Error?.Code);
        Assert.Contains("Noa", stuck.Error!.Message, StringComparison.Ordinal);
        Assert.Contains((await SendAsync(Coordinator, new ListInterns("", null, 1))).Value.Items, i => i.Name == "Élise Roux");

        await DoAsync(new ConcludeAssignment(noa.AssignmentId, await VersionAsync(noa.AssignmentId), AssignmentOutcome.Awaited, null));
        await DoAsync(new UndoAssignmentImport(second.Id));
        Assert.Equal(["Élise"], await InDatabaseAsync(db => db.Interns.Select(i => i.Name).ToListAsync(Stop)));
    }

    [Fact]
    public async Task The_same_file_imported_twice_at_once_is_imported_once()
    {
        await PlacementAsync("Cabinet des Tilleuls");
        var (id, seen) = await SendFileAsync(Good);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(Coordinator, new RunAssignmentImport(id, seen.Seen))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal((2, 2), await InDatabaseAsync(async db => (await db.Interns.CountAsync(Stop), await db.Assignments.CountAsync(Stop))));
    }

    [Fact]
    public async Task A_file_that_would_no_longer_do_what_was_seen_does_nothing()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls", capacity: 2);
        var (id, seen) = await SendFileAsync(Good);
        await DoAsync(Assign(await InternAsync("Lou Vert"), Summer, placement));

        Assert.Equal("changed-meanwhile", (await SendAsync(Coordinator, new RunAssignmentImport(id, seen.Seen))).Error?.Code);
        Assert.Equal(["Lou Vert"], await InDatabaseAsync(db => db.Interns.Select(i => i.Name).ToListAsync(Stop)));
    }

    [Theory]
    [InlineData("", "internship.import-no-file")]
    [InlineData("nom;courriel;terrain\n", "internship.import-no-header")]
    [InlineData("nom;courriel;terrain;créneau\n", "internship.import-no-line")]
    [InlineData("nom;courriel;terrain;créneau;Créneau\na;b;c;d;e\n", "internship.import-same-columns")]
    [InlineData("nom;courriel;terrain;créneau\n\"a;b;c;d\n", "csv-open-quote")]
    public async Task A_file_that_cannot_be_read_is_refused_at_once(string text, string code) => Assert.Equal(
        code, (await SendAsync(Coordinator, new ReceiveAssignmentFile(Guid.NewGuid(), Summer, "a.csv", Encoding.UTF8.GetBytes(text)))).Error?.Code);

    [Fact]
    public async Task Five_hundred_lines_are_seen_taken_in_and_undone_in_under_five_seconds_each()
    {
        for (var i = 0; i < 25; i++)
        {
            await PlacementAsync($"Cabinet {i}", capacity: 19);
        }

        var text = new StringBuilder(Header);
        for (var i = 0; i < 500; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Interne {i};interne{i}@example.org;Cabinet {i % 25};N1;Médecine générale;03/11/2025;Toulouse;;\n");
        }

        var clock = Stopwatch.StartNew();
        var (id, seen) = await SendFileAsync(text.ToString());
        var previewed = clock.Elapsed;
        Assert.Equal(new AssignmentCounts(475, 0, 475, 0, 0, 25), seen.Counts);
        clock.Restart();
        await DoAsync(new RunAssignmentImport(id, seen.Seen));
        var imported = clock.Elapsed;
        clock.Restart();
        await DoAsync(new UndoAssignmentImport(id));
        output.WriteLine($"Measured: 500 lines previewed in {previewed.TotalSeconds:0.00} s, imported in {imported.TotalSeconds:0.00} s, undone in {clock.Elapsed.TotalSeconds:0.00} s");

        Assert.Equal((0, 0), await InDatabaseAsync(async db => (await db.Interns.CountAsync(Stop), await db.Assignments.CountAsync(Stop))));
        Assert.All([previewed, imported, clock.Elapsed], elapsed => Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task The_text_of_a_file_goes_after_a_day_and_what_undoes_it_after_thirty()
    {
        await PlacementAsync("Cabinet des Tilleuls");
        var (done, seen) = await SendFileAsync(Good);
        await DoAsync(new RunAssignmentImport(done, seen.Seen));
        await SendFileAsync(Good);

        Clock.Now += TimeSpan.FromHours(25);
        Assert.Null((await SendAsync(Core.Shared.Actor.System, new SweepAssignmentImports())).Error);
        Assert.Equal([(done, null)], (await InDatabaseAsync(db => db.AssignmentImports.ToListAsync(Stop))).Select(i => (i.Id, i.Content)));

        Clock.Now += TimeSpan.FromDays(30);
        Assert.Null((await SendAsync(Core.Shared.Actor.System, new SweepAssignmentImports())).Error);
        Assert.Equal((0, 0), await InDatabaseAsync(async db => (await db.AssignmentImports.CountAsync(Stop), await db.AssignmentImportChanges.CountAsync(Stop))));
    }

    private static string Line(string name, string placement) =>
        $"{name};{name.ToLowerInvariant().Replace('é', 'e')}@example.org;{placement};N1;Médecine générale;03/11/2025;;;\n";

    private async Task<(Guid Id, AssignmentImportPreview Seen)> TakeInAsync(string text)
    {
        var sent = await SendFileAsync(text);
        await DoAsync(new RunAssignmentImport(sent.Id, sent.Seen.Seen));
        return sent;
    }

    private Task<(Guid Id, AssignmentImportPreview Seen)> SendFileAsync(string text) => SendFileAsync(Encoding.UTF8.GetBytes(text));

    private async Task<(Guid Id, AssignmentImportPreview Seen)> SendFileAsync(byte[] content)
    {
        var id = await DoAsync(new ReceiveAssignmentFile(Guid.NewGuid(), Summer, "affectations.csv", content));
        return (id, (await SendAsync(Coordinator, new PreviewAssignmentImport(id, 1))).Value);
    }
}
