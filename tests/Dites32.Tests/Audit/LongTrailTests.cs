using System.Diagnostics;
using Dites32.Core.Audit;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>A trail of years to come.</summary>
[Collection(Alone.Name), Trait("Category", "Long")]
public sealed class LongTrailTests(ITestOutputHelper output) : AuditTrailTest
{
    private const int Entries = 1_000_000;

    [Fact]
    public async Task A_million_entries_are_sealed_by_batches_and_verified_in_less_than_a_minute()
    {
        await RunAsOwnerAsync("SELECT audit_month('2026-01-01'), audit_month('2026-02-01'), audit_month('2026-03-01')");
        await RunAsOwnerAsync($"""
            INSERT INTO audit_entry (at, actor_kind, account_id, action, subject_kind, subject_id, purpose)
            SELECT '2026-01-01T00:00:00Z'::timestamptz + n * interval '7 seconds', 'Account', gen_random_uuid(), 'GetCard', 'Application', gen_random_uuid(), 'Recruiting'
            FROM generate_series(1, {Entries}) AS n
            """);
        await RunAsOwnerAsync("ANALYZE audit_entry");

        var watch = Stopwatch.StartNew();
        while (await InDatabaseAsync(db => db.AuditSeals.SumAsync(s => s.EntryCount, Stop)) < Entries)
        {
            await SealAsync();
        }

        output.WriteLine($"sealed in {watch.Elapsed}");
        watch.Restart();
        var verified = await AuditVerification.RunAsync(ConnectionString, cancellationToken: Stop);

        output.WriteLine($"verified in {watch.Elapsed}");
        Assert.Empty(verified.Problems);
        Assert.Equal(Entries, verified.Entries);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1));
    }
}
