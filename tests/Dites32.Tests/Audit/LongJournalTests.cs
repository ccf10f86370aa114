using System.Diagnostics;
using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Audit;

/// <summary>The journal of a year in which much was done.</summary>
[Collection(Alone.Name), Trait("Category", "Long")]
public sealed class LongJournalTests(ITestOutputHelper output) : AuditTrailTest
{
    private const int Entries = 1_000_000;

    [Fact]
    public async Task Whatever_is_looked_for_among_a_million_traces_is_found_in_less_than_a_second()
    {
        await RunAsOwnerAsync("SELECT audit_month(m::date) FROM generate_series('2026-01-01'::date, '2026-08-01', interval '1 month') AS m");
        await RunAsOwnerAsync($"""
            INSERT INTO audit_entry (at, actor_kind, account_id, link_id, action, subject_kind, subject_id, purpose)
            SELECT '2026-01-01T00:00:00Z'::timestamptz + n * interval '20 seconds', 'Account', lpad(to_hex(n % 500), 32, '0')::uuid, NULL,
                CASE WHEN n % 3 = 0 THEN 'MoveApplication' ELSE 'GetCard' END, 'Application', lpad(to_hex(n % 20000), 32, '0')::uuid, CASE WHEN n % 3 <> 0 THEN 'Recruiting' END
            FROM generate_series(1, {Entries}) AS n
            """);
        await RunAsOwnerAsync("INSERT INTO audit_entry (at, actor_kind, link_id, action) VALUES ('2026-01-02T00:00:00Z', 'LinkHolder', lpad('abcdef', 32, '0')::uuid, 'WithdrawApplication')");
        await RunAsOwnerAsync("ANALYZE audit_entry");
        var officer = await SomeoneAsync(Role.DataProtectionOfficer);

        foreach (var (name, search, before) in new (string, AuditSearch, string?)[]
        {
            ("all", AuditSearch.Everything, null),
            ("all, far behind", AuditSearch.Everything, "1767312000000000-1"),
            ("a week", new() { From = "2026-02-02", To = "2026-02-08" }, null),
            ("an account", new() { Who = $"{new Guid(7, 0, 0, new byte[8])}" }, null),
            ("a busy account", new() { Who = "00000000-0000-0000-0000-000000000007" }, null),
            ("a link", new() { Who = "00000000-0000-0000-0000-000000abcdef" }, null),
            ("an application", new() { Kind = nameof(SubjectKind.Application), Number = "00000000-0000-0000-0000-000000000f00" }, null),
            ("a rare action", new() { Action = "WithdrawApplication" }, null),
            ("an action that nobody did", new() { Action = "ReplayErasures" }, null),
            ("a kind without a trace", new() { Kind = nameof(SubjectKind.Question) }, null),
            ("readings", new() { Nature = AuditSearch.Readings }, null),
        })
        {
            var watch = Stopwatch.StartNew();
            Assert.Null((await SendAsync(officer, new SearchAudit(search, before))).Error);
            output.WriteLine($"{name}: {watch.ElapsedMilliseconds} ms");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{name}: {watch.Elapsed}");
        }
    }
}
