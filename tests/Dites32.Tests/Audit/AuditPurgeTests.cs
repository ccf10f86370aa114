using System.Globalization;
using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>What is older than twelve months goes, a month at a time, and the chain stays whole.</summary>
public sealed class AuditPurgeTests : AuditTrailTest
{
    private static readonly DateOnly ThisMonth = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1);

    [Fact]
    public async Task The_months_that_ended_a_year_ago_go_and_the_chain_stays_whole()
    {
        await WrittenAsync(In(-14, 3), In(-14, 20), In(-13, 28), In(-12, 1), In(-1, 1));
        await SealAllAsync();
        await ActAsync(2);
        await SealAsync();
        var before = await AuditVerification.RunAsync(ConnectionString, null, Stop);

        var purged = await PurgeAsync();

        Assert.Equal((null, 3), (purged.Refusal, purged.Entries));
        Assert.Equal([ThisMonth.AddMonths(-14), ThisMonth.AddMonths(-13)], purged.Months);
        Assert.Equal([In(-12, 1), In(-1, 1)], (await EntriesAsync()).Where(e => e.Action == "SweepOutbox").Take(2).Select(e => e.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        Assert.Equal(2, (await EntriesAsync()).Count(e => e is { Action: "PurgeAudit", ActorKind: nameof(ActorKind.System) }));
        var seals = await SealsAsync();
        Assert.Equal(seals[0].Hash, seals.Single(s => s.IsPurge && s.Month == ThisMonth.AddMonths(-14)).Digest);
        var after = await AuditVerification.RunAsync(ConnectionString, before.Head, Stop);
        Assert.Empty(after.Problems);
        Assert.Equal((2, before.Seals + 2), (after.PurgedMonths, after.Seals));

        await SealAsync();
        Assert.Empty((await AuditVerification.RunAsync(ConnectionString, before.Head, Stop)).Problems);
        Assert.Empty((await PurgeAsync()).Months);
    }

    [Fact]
    public async Task A_month_with_an_entry_that_has_no_seal_stays_and_so_do_the_others()
    {
        await WrittenAsync(In(-14, 3), In(-13, 4));
        await SealAsync(); // the older month only

        var purged = await PurgeAsync();

        Assert.Equal($"entry 2 of {ThisMonth.AddMonths(-13):yyyy-MM} has no seal", purged.Refusal);
        Assert.Equal(2, (await EntriesAsync()).Count);
        Assert.Single(await SealsAsync());
    }

    [Fact]
    public async Task A_purge_waits_for_whoever_writes_and_lets_them_end()
    {
        await WrittenAsync(In(-14, 3));
        await SealAllAsync();
        Task<AuditPurged> purging = null!;
        await InDatabaseAsync(async db =>
        {
            await using var open = await db.Database.BeginTransactionAsync(Stop);
            db.AuditEntries.Add(AuditEntry.Of(Actor.System, new PrepareAuditMonths()));
            await db.SaveChangesAsync(Stop);
            purging = PurgeAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), Stop);
            Assert.False(purging.IsCompleted);
            db.AuditEntries.Add(AuditEntry.Of(Actor.System, new PrepareAuditMonths()));
            await db.SaveChangesAsync(Stop);
            await open.CommitAsync(Stop);
            return 0;
        });

        Assert.Single((await purging.WaitAsync(TimeSpan.FromSeconds(30), Stop)).Months);
        Assert.Equal(2, (await EntriesAsync()).Count(e => e.Action == nameof(PrepareAuditMonths)));
    }

    [Fact]
    public async Task The_application_cannot_purge()
    {
        await WrittenAsync(In(-14, 3));
        await SealAllAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => AuditPurge.RunAsync(ConnectionString, Stop));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsAppAsync("SELECT audit_drop('2020-01-01')"));
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_seal_that_says_a_young_month_was_purged_is_named()
    {
        await ActAsync(1);
        await SealAsync();
        var seal = Assert.Single(await SealsAsync());
        await SaveAsync(AuditSeal.OfPurge(seal, seal, 1, seal.SealedAt));
        await TamperAsync($"DROP TABLE audit_months.audit_entry_{ThisMonth:yyyy_MM}, audit_months.audit_sealed_{ThisMonth:yyyy_MM}");

        Assert.Equal(
            [$"seal 2 of {ThisMonth:yyyy-MM} says that the month was purged before its time"],
            (await AuditVerification.RunAsync(ConnectionString, null, Stop)).Problems);
    }

    private static string In(int months, int day) => $"{ThisMonth.AddMonths(months).AddDays(day - 1):yyyy-MM-dd}T08:00:00Z";

    private async Task SealAllAsync()
    {
        while (await InDatabaseAsync(db => db.UnsealedSince(DateTimeOffset.MinValue).AnyAsync(Stop)))
        {
            await SealAsync();
        }
    }

    private Task<AuditPurged> PurgeAsync() => AuditPurge.RunAsync(OwnerConnectionString, Stop);

    private Task<List<AuditEntry>> EntriesAsync() => InDatabaseAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(Stop));
}
