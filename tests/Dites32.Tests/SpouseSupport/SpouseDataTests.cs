using System.IO.Compression;
using System.Runtime.CompilerServices;
using Dites32.Core.Privacy;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What is kept of a partner: classified to the last column, given out whole, and gone once it is erased.</summary>
public sealed class SpouseDataTests : SpouseTest
{
    private static readonly PersonalData Data = SpouseData.Current;

    /// <summary>Words that a person or a caseworker writes.</summary>
    private static readonly (string Table, string Column)[] Texts =
        [("spouse_case", "name"), ("spouse_case", "phone"), ("spouse_case", "doctor_name"), ("spouse_case", "profession"), ("spouse_case", "message"), ("spouse_case", "next_step"), ("spouse_note", "text"), ("spouse_session", "browser"), ("outbox_email", "subject"), ("document", "file_name")];

    [Fact]
    public async Task Every_column_behind_the_wall_is_classified_and_nothing_else_is()
    {
        var columns = await BehindTheWallAsync(db => db.Database.SqlQuery<string>(
            $"SELECT c.table_name || '.' || c.column_name AS \"Value\" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'spouse' AND t.table_type = 'BASE TABLE'").ToListAsync(Stop));
        var classified = Data.Tables.SelectMany(t => t.Value.AllColumns.Select(c => $"{t.Key}.{c}")).ToList();

        Assert.True(columns.Count > 60);
        Assert.Empty(columns.Except(classified));
        Assert.Empty(classified.Except(columns));
    }

    [Fact]
    public void What_is_personal_has_a_purpose_a_fate_and_a_way_to_it() => Assert.All(Data.Tables.Where(t => t.Value.IsPersonal), t =>
    {
        Assert.Contains(t.Value.Purpose!, Data.Purposes.Keys);
        Assert.NotNull(t.Value.Erasure);
        Assert.True(t.Value.ReachedBy.Count > 0 || t.Value.Columns.Keys.All(t.Value.NotExported.ContainsKey), t.Key);
        Assert.True((t.Value.Erasure == RowErasure.Keep) == (t.Value.Because is not null), t.Key);
        Assert.True((t.Value.Erasure == RowErasure.Overwrite) == (t.Value.Kept.Count > 0), t.Key);
        Assert.Empty(t.Value.Kept.Keys.Concat(t.Value.NotExported.Keys).Except(t.Value.Columns.Keys));
    });

    [Fact]
    public async Task A_copy_holds_all_that_was_written_and_after_the_erasure_nothing_of_it_is_left()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        Assert.Null((await SendAsync(caseworker, new AddSpouseNote((await FileAsync()).Id, Guid.NewGuid(), "Note", Spoke: true))).Error);
        Assert.Null((await Services.GetRequiredService<SpouseDocumentStore>().AddAsync(spouse, (await FileAsync()).Id, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Stop)).Error);
        var canaries = new List<string>();
        foreach (var (table, column) in Texts)
        {
            canaries.Add($"cn{canaries.Count:00}x");
            var where = table == "outbox_email" ? $"WHERE to_address = '{Email}'" : "";
            Assert.True(await RunAsOwnerAsync($"UPDATE spouse.{table} SET {column} = '{canaries[^1]}' {where}") > 0, $"{table}.{column}");
        }

        var archive = await SendAsync(spouse, new ExportMySpouseCase());
        var (page, json) = await ReadAsync(archive.Value);
        Assert.All(canaries, c => Assert.True(page.Contains(c, StringComparison.Ordinal) && json.Contains(c, StringComparison.Ordinal), c));
        Assert.Contains("Maylis Duprat", page, StringComparison.Ordinal);
        Assert.Contains("Vivant ensemble", page, StringComparison.Ordinal);

        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);
        foreach (var table in Data.Tables.Keys)
        {
            foreach (var text in canaries)
            {
                Assert.True(await AskOwnerAsync<long>($"SELECT count(*) FROM spouse.\"{table}\" AS r WHERE r::text LIKE '%{text}%'") == 0, $"{table}: {text}");
            }
        }
    }

    [Fact]
    public void The_register_in_the_documentation_is_up_to_date() =>
        Assert.True(File.ReadAllText(RegisterPath()) == SpouseRegister.Write(), "run ./dev register");

    private static async Task<(string Page, string Json)> ReadAsync(PersonalArchive archive)
    {
        await using var file = await archive.OpenAsync(Stop);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Stop);
        using var page = new StreamReader(await zip.GetEntry("index.html")!.OpenAsync(Stop));
        using var json = new StreamReader(await zip.GetEntry("donnees.json")!.OpenAsync(Stop));
        return (await page.ReadToEndAsync(Stop), await json.ReadToEndAsync(Stop));
    }

    private static string RegisterPath([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../../docs/registre-dites32-a-2.md"));
}
