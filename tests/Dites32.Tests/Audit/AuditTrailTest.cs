using Dites32.Core.Audit;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Audit;

/// <summary>A trail with commands in it, sealed as the job does; and the hand of whoever holds the database.</summary>
public abstract class AuditTrailTest : CoreTest
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Commands that leave one entry each.</summary>
    protected async Task ActAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.Null((await SendAsync(Actor.System, new SweepOutbox())).Error);
        }
    }

    protected async Task SealAsync() => Assert.Null((await SendAsync(Actor.System, new SealAudit())).Error);

    /// <summary>Entries of another time, as they were written then.</summary>
    protected async Task WrittenAsync(params string[] instants)
    {
        foreach (var at in instants)
        {
            await RunAsOwnerAsync($"SELECT audit_month(date_trunc('month', '{at}'::timestamptz AT TIME ZONE 'UTC')::date)");
            await RunAsOwnerAsync($"INSERT INTO audit_entry (at, actor_kind, action) VALUES ('{at}', 'System', 'SweepOutbox')");
        }
    }

    /// <summary>Changes what only grows: the owner takes the guards away first.</summary>
    protected async Task TamperAsync(string sql)
    {
        await RunAsOwnerAsync("""
            DO $$
            DECLARE
                guarded regclass;
            BEGIN
                FOR guarded IN SELECT tgrelid::regclass FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc AND tgrelid::regclass::text LIKE '%audit%' LOOP
                    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', guarded);
                END LOOP;
            END $$
            """);
        await RunAsOwnerAsync(sql);
    }

    internal Task<List<AuditSeal>> SealsAsync() => InDatabaseAsync(db => db.AuditSeals.AsNoTracking().OrderBy(s => s.Number).ToListAsync(Stop));
}
