using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Dites32.Web;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The trail behind the wall has a chain of its own, by the code of the portal's.</summary>
public sealed class SpouseAuditTests : SpouseTest
{
    private static readonly DateTime ThisMonth = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1, 0, 0, 0, DateTimeKind.Utc);

    private string AsSpouse => DatabaseTemplate.SpouseIn(ConnectionString);

    [Fact]
    public async Task What_was_saved_is_sealed_and_an_entry_changed_or_taken_out_shows()
    {
        await InSpaceAsync();
        await SealAsync();
        await SealAsync();
        var verified = await VerifyAsync();
        Assert.Equal((2L, 0L, 1), (verified.Entries, verified.Waiting, verified.Seals));
        Assert.Empty(verified.Problems);

        await TamperAsync("UPDATE spouse.audit_entry SET action = 'Forged' WHERE id = 1");
        await TamperAsync("DELETE FROM spouse.audit_entry WHERE id = 2");
        Assert.Equal([$"entry 1 of {ThisMonth:yyyy-MM} was changed", $"entry 2 of {ThisMonth:yyyy-MM} was deleted"], (await VerifyAsync(verified.Head)).Problems);
    }

    [Fact]
    public async Task Months_that_ended_a_year_ago_go_and_the_chain_stays_whole()
    {
        await WrittenAsync(-14, -13, -12, -1);
        for (var i = 0; i < 4; i++)
        {
            await SealAsync();
        }

        var head = (await VerifyAsync()).Head;
        Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);

        var verified = await VerifyAsync(head);
        Assert.Empty(verified.Problems);
        Assert.Equal(2, verified.PurgedMonths);
        Assert.Equal([new DateTimeOffset(ThisMonth.AddMonths(-12)), new DateTimeOffset(ThisMonth.AddMonths(-1))], await BehindTheWallAsync(db => db.AuditEntries.Where(e => e.Action == "Old").OrderBy(e => e.At).Select(e => e.At).ToListAsync(Stop)));
        Assert.Equal(2, await BehindTheWallAsync(db => db.SealedEntries.CountAsync(Stop)));
        Assert.Equal(0, await AskOwnerAsync<long>("SELECT count(*) FROM public.audit_seal"));
    }

    [Fact]
    public async Task A_month_with_an_entry_that_has_no_seal_stays()
    {
        await WrittenAsync(-14);
        Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);

        Assert.Equal(1, await BehindTheWallAsync(db => db.AuditEntries.CountAsync(e => e.Action == "Old", Stop)));
    }

    [Fact]
    public async Task The_operator_verifies_both_trails_at_once_and_each_has_its_head()
    {
        await InSpaceAsync();
        await SealAsync();
        var (head, output) = ((await VerifyAsync()).Head!, new StringWriter());

        Assert.Equal(0, await AuditVerbs.VerifyAsync([$"--spouse-head={head}"], ConnectionString, AsSpouse, output));
        Assert.Contains($"Head of Dites32 à 2: {head}", output.ToString(), StringComparison.Ordinal);
        await TamperAsync("DELETE FROM spouse.audit_seal");
        Assert.Equal(1, await AuditVerbs.VerifyAsync([$"--spouse-head={head}"], ConnectionString, AsSpouse, output));
        Assert.Contains("seal 1, which was noted, is gone", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await AuditVerbs.VerifyAsync(["--spouse-head=x"], ConnectionString, AsSpouse, output));
    }

    private async Task SealAsync() => Assert.Null((await SendAsync(Actor.System, new SealSpouseAudit())).Error);

    private Task<AuditVerified> VerifyAsync(AuditHead? noted = null) => SpouseAuditVerification.RunAsync(AsSpouse, noted, Stop);

    /// <summary>Entries of other months, as they were written then.</summary>
    private async Task WrittenAsync(params int[] months)
    {
        foreach (var month in months)
        {
            await RunAsOwnerAsync($"INSERT INTO spouse.audit_entry (at, actor_kind, action) VALUES ('{ThisMonth.AddMonths(month):O}', 'System', 'Old')");
        }
    }

    /// <summary>Changes what only grows: the owner takes the guards away first.</summary>
    private Task<int> TamperAsync(string sql) => RunAsOwnerAsync($"""
        ALTER TABLE spouse.audit_entry DISABLE TRIGGER USER;
        ALTER TABLE spouse.audit_seal DISABLE TRIGGER USER;
        {sql};
        """);
}
