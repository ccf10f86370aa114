using Dites32.Tests.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Npgsql;

namespace Dites32.Tests.Data;

/// <summary>What happened stays written: the audit trail and the histories only grow.</summary>
public sealed class AppendOnlyTests : CoreTest
{
    private static readonly (string Table, string Column)[] Tables =
        [("audit_entry", "action"), ("audit_seal", "number"), ("audit_sealed", "seal_number"), ("offer_event", "id"), ("erasure", "id")];

    [Fact]
    public async Task Nobody_changes_or_empties_what_happened_not_even_the_owner_of_the_database()
    {
        foreach (var statement in Tables.SelectMany(t => new[] { $"UPDATE {t.Table} SET {t.Column} = {t.Column}", $"DELETE FROM {t.Table}", $"TRUNCATE {t.Table} CASCADE" }))
        {
            await RefusedAsync(RunAsOwnerAsync, statement);
            await RefusedAsync(RunAsAppAsync, statement);
        }
    }

    [Fact]
    public async Task The_history_of_an_application_goes_with_it_only_and_an_application_is_erased_before_it_goes()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        foreach (var statement in new[]
        {
            "UPDATE application_event SET id = id", "DELETE FROM application_event", "TRUNCATE application_event CASCADE", "TRUNCATE application CASCADE",
        })
        {
            await RefusedAsync(RunAsOwnerAsync, statement);
            await RefusedAsync(RunAsAppAsync, statement);
        }

        await RefusedAsync(RunAsOwnerAsync, $"DELETE FROM application WHERE id = '{application.Id}'");
        await RunAsAppAsync($"UPDATE application SET erased_at = now() WHERE id = '{application.Id}'");
        await RefusedAsync(RunAsOwnerAsync, "DELETE FROM application_event");

        await RunAsAppAsync($"DELETE FROM application WHERE id = '{application.Id}'");
        Assert.Equal(0, await AskOwnerAsync<long>("SELECT count(*) FROM application_event"));
    }

    [Fact]
    public async Task Nor_month_by_month()
    {
        var (month, seals) = ($"audit_months.audit_entry_{DateTime.UtcNow:yyyy_MM}", $"audit_months.audit_sealed_{DateTime.UtcNow:yyyy_MM}");
        foreach (var statement in new[]
        {
            $"UPDATE {month} SET action = action", $"DELETE FROM {month}", $"TRUNCATE {month}",
            $"UPDATE {seals} SET hashes = hashes", $"DELETE FROM {seals}", $"TRUNCATE {seals}",
        })
        {
            await RefusedAsync(RunAsOwnerAsync, statement);
            await RefusedAsync(RunAsAppAsync, statement);
        }

        await RefusedAsync(RunAsAppAsync, $"SELECT FROM {month}");
        await RefusedAsync(RunAsAppAsync, $"INSERT INTO {month} (id, actor_kind, action) VALUES (1, 'System', 'Forged')");
    }

    [Theory]
    [InlineData("ALTER TABLE audit_entry DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE audit_entry DROP COLUMN purpose")]
    [InlineData("DROP TABLE audit_entry")]
    [InlineData("DROP TRIGGER audit_entry_only_grows ON audit_entry")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SELECT audit_month('2020-01-01')")]
    public Task The_application_takes_no_guard_away(string statement) => RefusedAsync(RunAsAppAsync, statement);

    [Theory]
    [InlineData("INSERT INTO audit_entry (at, actor_kind, action) VALUES ('2026-03-02', 'System', 'Forged')")]
    [InlineData("INSERT INTO audit_entry (id, actor_kind, action) OVERRIDING SYSTEM VALUE VALUES (1, 'System', 'Forged')")]
    public Task The_application_writes_neither_the_number_nor_the_date_of_an_entry(string statement) => RefusedAsync(RunAsAppAsync, statement);

    [Fact]
    public async Task An_entry_holds_codes_and_no_sentence()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsAppAsync("INSERT INTO audit_entry (actor_kind, action) VALUES ('System', 'Vu par Dr Martin')"));
        Assert.Equal("ck_audit_entry_codes", refused.ConstraintName);
    }

    private static async Task RefusedAsync(Func<string, Task<int>> run, string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => run(statement));
        Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{statement}: {refused.MessageText}");
    }
}
