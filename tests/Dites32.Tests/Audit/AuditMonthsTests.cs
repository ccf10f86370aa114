using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dites32.Tests.Audit;

/// <summary>The trail lies in one table a month, made ahead.</summary>
public sealed class AuditMonthsTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Month(int ahead) => $"audit_entry_{new DateTime(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(ahead):yyyy_MM}";

    [Fact]
    public async Task This_month_and_the_next_three_are_there_and_one_that_is_missing_is_made()
    {
        Assert.Equal([Month(0), Month(1), Month(2), Month(3)], await MonthsAsync());
        await RunAsOwnerAsync($"DROP TABLE audit_months.{Month(2)}");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => Assert.Null((await SendAsync(Actor.System, new PrepareAuditMonths())).Error)));

        Assert.Equal([Month(0), Month(1), Month(2), Month(3)], await MonthsAsync());
        Assert.Equal(3, await InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(PrepareAuditMonths), Stop)));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsOwnerAsync($"DELETE FROM audit_months.{Month(2)}"));
    }

    [Fact]
    public async Task A_month_is_made_while_commands_are_being_saved()
    {
        await RunAsOwnerAsync($"DROP TABLE audit_months.{Month(3)}");
        await InDatabaseAsync(async db =>
        {
            await using var open = await db.Database.BeginTransactionAsync(Stop);
            db.AuditEntries.Add(AuditEntry.Of(Actor.System, new SweepOutbox()));
            await db.SaveChangesAsync(Stop);

            Assert.Null((await SendAsync(Actor.System, new PrepareAuditMonths()).WaitAsync(TimeSpan.FromSeconds(10), Stop)).Error);
            Assert.Null((await SendAsync(Actor.System, new SweepOutbox()).WaitAsync(TimeSpan.FromSeconds(10), Stop)).Error);
            await open.CommitAsync(Stop);
            return 0;
        });

        Assert.Contains(Month(3), await MonthsAsync());
        Assert.Equal(3, await InDatabaseAsync(db => db.AuditEntries.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_entry_bears_the_time_of_the_database_whatever_the_clock_of_the_application()
    {
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);

        await SendAsync(Actor.System, new SweepOutbox());

        var at = await InDatabaseAsync(db => db.AuditEntries.Select(e => e.At).SingleAsync(Stop));
        Assert.InRange(at, before, before.AddMinutes(2));
    }

    [Fact]
    public async Task The_entries_of_a_database_that_had_no_months_are_all_kept()
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(OwnerConnectionString).Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("AuditOfReadings", Stop);
        await RunAsOwnerAsync("""
            INSERT INTO audit_entry (id, at, actor_kind, action, subject_id)
            SELECT n, '2026-01-31T23:30:00Z'::timestamptz + n * interval '20 minutes', 'System', 'SweepOutbox', gen_random_uuid() FROM generate_series(1, 4) AS n
            """);
        const string trail = "SELECT string_agg(e::text, '|' ORDER BY id) FROM audit_entry AS e";
        var before = await AskOwnerAsync<string>(trail);

        await Database.MigrateAsync(OwnerConnectionString, Stop);

        Assert.Equal(["audit_entry_2026_01", "audit_entry_2026_02"], (await MonthsAsync()).Take(2));
        Assert.Equal(1, await RowsAsync("audit_months.audit_entry_2026_01"));
        Assert.Equal(before, await AskOwnerAsync<string>(trail));
        await SendAsync(Actor.System, new SweepOutbox());
        Assert.Equal(5, await db.AuditEntries.MaxAsync(e => e.Id, Stop));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsOwnerAsync("DELETE FROM audit_months.audit_entry_2026_01"));

        await migrator.MigrateAsync("AuditOfReadings", Stop);
        Assert.Equal(5, await RowsAsync("audit_entry"));
        await Database.MigrateAsync(OwnerConnectionString, Stop);
        Assert.Equal(5, await RowsAsync("audit_entry"));
    }

    private Task<long> RowsAsync(string table) => AskOwnerAsync<long>($"SELECT count(*) FROM {table}");

    private async Task<List<string>> MonthsAsync() => await InDatabaseAsync(db => db.Database.SqlQuery<string>(
        $"SELECT relname::text AS \"Value\" FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'audit_entry'::regclass AND relkind = 'r' ORDER BY 1")
        .ToListAsync(Stop));
}
