using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.Statistics;
using Dites32.Tests.Infrastructure;
using Npgsql;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What the portal may say of those who are accompanied: totals of five or more, and no way to fewer.</summary>
public sealed class AccompaniedTests : SpouseTest
{
    [Theory]
    [InlineData("2025 InPost 4", "")]
    [InlineData("2025 InPost 5", "2025 InPost 5")]
    [InlineData("2025 InPost 4, 2025 Closed 1", "- - 5")]
    [InlineData("2025 InPost 9, 2025 Closed 2", "- - 11")] // nine would say two
    [InlineData("2025 InPost 9, 2025 Interview 6, 2025 Closed 2", "2025 InPost 9, - - 8")]
    [InlineData("2025 InPost 9, 2025 Closed 2, 2024 Paused 3", "2025 InPost 9, - - 5")]
    [InlineData("2025 Interview 3, 2025 Leads 3, 2024 Paused 7", "2024 Paused 7, 2025 UnderWay 6")]
    public async Task Each_row_counts_five_people_or_more_and_all_of_them_together_everybody(string files, string rows)
    {
        await FilesAsync(files);
        Assert.Equal(rows.Split(", ", StringSplitOptions.RemoveEmptyEntries), await RowsAsync());
    }

    [Fact]
    public async Task Whatever_the_files_no_row_nor_difference_leads_to_fewer_than_five()
    {
        var random = new Random(32);
        var states = Enum.GetValues<SpouseCaseState>().Where(s => s != SpouseCaseState.Contact).ToList();
        for (var round = 0; round < 12; round++)
        {
            var cells = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (Year: random.Next(2021, 2026), State: states[random.Next(states.Count)], Count: random.Next(1, 9))).ToList();
            await RunAsOwnerAsync("DELETE FROM spouse.spouse_case");
            await FilesAsync(string.Join(", ", cells.Select(c => $"{c.Year} {c.State} {c.Count}")));
            var (all, people) = (cells.Sum(c => c.Count), (await RowsAsync()).Select(r => int.Parse(r.Split(' ')[2])).ToList());
            Assert.All(people, p => Assert.True(p >= 5));
            Assert.Equal(all < 5 ? 0 : all, people.Sum());
        }
    }

    [Fact]
    public async Task Who_agreed_this_month_or_not_at_all_is_not_there_and_the_page_rounds_down()
    {
        await FilesAsync("2025 InPost 4");
        await RunAsOwnerAsync("INSERT INTO spouse.spouse_case (id, name, email, normalised_email, created_at, state, state_since, next_step, next_step_on, last_contact_at, consented_at, notice_version) "
            + "SELECT gen_random_uuid(), 'x', 'x', 'mois' || n, now(), 'Consent', now(), 'x', now()::date, now(), now(), '2026-01-01' FROM generate_series(1, 9) AS n");
        await RunAsOwnerAsync("INSERT INTO spouse.spouse_case (id, name, email, normalised_email, created_at, state, state_since, next_step, next_step_on, last_contact_at) "
            + "SELECT gen_random_uuid(), 'x', 'x', 'sans' || n, now(), 'Contact', now(), 'x', now()::date, now() FROM generate_series(1, 9) AS n");
        using var visitor = Visitor();
        Assert.Null((await SendAsync(Actor.Anonymous, new CountAccompanied())).Value.AtLeast);
        Assert.DoesNotContain("accompagnées au", (await visitor.GetPageAsync("/dites32-a-2")).Text("main"), StringComparison.Ordinal);

        await FilesAsync("2025 Closed 8");
        var (month, page) = (DateTimeOffset.UtcNow.ParisDay(), await visitor.GetPageAsync("/dites32-a-2"));
        Assert.Contains($"Au moins 10 personnes accompagnées au {new DateOnly(month.Year, month.Month, 1).InWords()}", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_what_is_counted_shows_in_the_plan_of_the_query()
    {
        await FilesAsync("2025 InPost 3");
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand("EXPLAIN (ANALYZE, VERBOSE, BUFFERS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM spouse.accompanied");
        await using var plan = await command.ExecuteReaderAsync(Stop);
        Assert.True(await plan.ReadAsync(Stop));
        Assert.StartsWith("Function Scan on spouse.count_accompanied", plan.GetString(0), StringComparison.Ordinal);
        while (await plan.ReadAsync(Stop))
        {
            Assert.DoesNotContain("spouse_case", plan.GetString(0), StringComparison.Ordinal);
        }
    }

    /// <summary>« 2025 InPost 4 »: so many files of a year in a state.</summary>
    private async Task FilesAsync(string files)
    {
        foreach (var (index, cell) in files.Split(", ").Index())
        {
            var (year, state, count) = cell.Split(' ') is [var y, var s, var c] ? (y, s, c) : throw new ArgumentException(cell);
            var step = state == nameof(SpouseCaseState.Closed) ? "NULL, NULL" : "'x', '2027-01-01'";
            await RunAsOwnerAsync("INSERT INTO spouse.spouse_case (id, name, email, normalised_email, created_at, state, state_since, next_step, next_step_on, last_contact_at, consented_at, notice_version) "
                + $"SELECT gen_random_uuid(), 'x', 'x', gen_random_uuid()::text, now(), '{state}', now(), {step}, now(), '{year}-06-0{1 + (index % 9)}', '2024-01-01' FROM generate_series(1, {count}) AS n");
        }
    }

    /// <summary>As the role of the portal reads them.</summary>
    private async Task<List<string>> RowsAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand("SELECT coalesce(year::text, '-') || ' ' || coalesce(outcome, '-') || ' ' || people FROM spouse.accompanied ORDER BY year, outcome");
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
