using System.Runtime.CompilerServices;
using Dites32.Core.Privacy;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy;

/// <summary>personal-data.yaml knows every column of the real database, and says of each what the law asks.</summary>
public sealed class PersonalDataTests : CoreTest
{
    private static readonly PersonalData Data = PersonalData.Current;

    private static IEnumerable<KeyValuePair<string, DataTable>> Personal => Data.Tables.Where(t => t.Value.IsPersonal);

    [Fact]
    public async Task Every_column_of_the_database_is_classified_and_nothing_else_is()
    {
        var columns = await InDatabaseAsync(db => db.Database.SqlQuery<string>(
            $"SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'spouse')")
            .ToListAsync(TestContext.Current.CancellationToken));
        var classified = Data.Tables.SelectMany(t => t.Value.AllColumns.Select(c => $"{t.Key}.{c}")).ToList();

        Assert.True(columns.Count > 300);
        Assert.Empty(columns.Except(classified)); // add it to personal-data.yaml: personal, or « none »
        Assert.Empty(classified.Except(columns)); // it is gone, or misspelt
        Assert.Equal(classified.Count, classified.Distinct().Count());
    }

    [Fact]
    public void Personal_data_have_a_purpose_a_legal_basis_a_duration_and_a_fate() => Assert.All(Personal, t =>
    {
        Assert.NotEmpty(t.Value.Title);
        Assert.Contains(t.Value.Purpose!, Data.Purposes.Keys);
        Assert.NotNull(t.Value.Erasure);
        Assert.True((t.Value.Erasure == RowErasure.Keep) == (t.Value.Because is not null), $"{t.Key}: what is kept is kept for a reason");
        Assert.True((t.Value.Erasure == RowErasure.Overwrite) == (t.Value.Kept.Count > 0), t.Key);
        Assert.All(t.Value.Columns, c => Assert.False(string.IsNullOrWhiteSpace(c.Value), $"{t.Key}.{c.Key}"));
        Assert.Empty(t.Value.Kept.Keys.Concat(t.Value.NotExported.Keys).Except(t.Value.Columns.Keys));
    });

    [Fact]
    public void Every_purpose_says_all_that_the_register_must_hold() => Assert.All(Data.Purposes.Values, p =>
        Assert.All([p.Title, p.WhatFor, p.Basis, p.People, p.Recipients, p.Retention], text => Assert.False(string.IsNullOrWhiteSpace(text), p.Title)));

    [Fact]
    public void No_line_of_these_texts_can_break_before_a_sign() => Assert.All(
        Data.Purposes.Values.SelectMany(p => new[] { p.Title, p.WhatFor, p.Basis, p.People, p.Recipients, p.Retention, p.Data ?? "" })
            .Concat(Data.Tables.Values.SelectMany(t => t.Columns.Values.Concat(t.NotExported.Values).Concat(t.Kept.Values).Append(t.Because ?? ""))),
        text => Assert.DoesNotMatch(" [;!?»]|« ", text));

    [Fact]
    public void A_table_of_personal_data_is_found_from_a_person_or_left_out_of_the_export_column_by_column() => Assert.All(Personal, t =>
        Assert.True(t.Value.ReachedBy.Count > 0 || t.Value.Columns.Keys.All(t.Value.NotExported.ContainsKey), t.Key));

    [Fact]
    public void The_register_in_the_documentation_is_up_to_date() =>
        Assert.True(File.ReadAllText(RegisterPath()) == ProcessingRegister.Write(), "run ./dev register");

    private static string RegisterPath([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../../docs/registre-des-traitements.md"));
}
