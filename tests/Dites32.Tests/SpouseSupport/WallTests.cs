using System.Net;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The wall: nothing of a partner is seen from the portal, and nothing of the portal from their service.</summary>
public sealed class WallTests : WallTest
{
    private string AsSpouse => DatabaseTemplate.SpouseIn(ConnectionString);

    [Fact]
    public async Task The_role_of_the_portal_has_no_right_on_any_table_behind_the_wall()
    {
        await FullFileAsync();
        var tables = await TablesAsync("spouse");
        Assert.True(tables.Count >= 20);
        Assert.True(tables.Remove("accompanied")); // the one view, of totals, which it reads
        Assert.Equal(0, await AskAsync(ConnectionString, "SELECT count(*) FROM spouse.accompanied"));
        Assert.Equal(0, await AskAsync(ConnectionString, "SELECT count(*) FROM pg_class WHERE relnamespace = 'spouse'::regnamespace AND relkind <> 'S' AND relkind <> 'i' AND relname <> 'accompanied' AND has_any_column_privilege(oid, 'SELECT, INSERT, UPDATE, REFERENCES')"));
        Assert.Equal(0, await AskAsync(ConnectionString, "SELECT count(*) FROM pg_class WHERE relnamespace = 'spouse'::regnamespace AND (relkind = 'S' AND has_sequence_privilege(oid, 'USAGE, SELECT, UPDATE') OR relname = 'accompanied' AND has_table_privilege(oid, 'INSERT, UPDATE, DELETE'))"));
        Assert.Equal(1, await AskAsync(ConnectionString, "SELECT count(*) FROM pg_proc WHERE pronamespace = 'spouse'::regnamespace AND has_function_privilege(oid, 'EXECUTE')"));
        foreach (var table in tables)
        {
            foreach (var statement in new[] { $"SELECT FROM spouse.\"{table}\"", $"INSERT INTO spouse.\"{table}\" DEFAULT VALUES", $"DELETE FROM spouse.\"{table}\"" })
            {
                await RefusedAsync(ConnectionString, statement);
            }

            if (table != "published_offer") // a view
            {
                await RefusedAsync(ConnectionString, $"TRUNCATE spouse.\"{table}\"");
            }
        }

        await RefusedAsync(ConnectionString, "UPDATE spouse.spouse_case SET name = ''");
        await RefusedAsync(ConnectionString, "CREATE TABLE spouse.mine ()");
        await RefusedAsync(ConnectionString, "SET ROLE spouse");
    }

    [Fact]
    public async Task The_role_behind_the_wall_reads_communes_and_nothing_else_of_the_portal()
    {
        foreach (var table in await TablesAsync("public"))
        {
            if (table is "commune" or "epci")
            {
                Assert.True(await AskAsync(AsSpouse, $"SELECT count(*) FROM public.{table}") > 0);
            }
            else
            {
                await RefusedAsync(AsSpouse, $"SELECT FROM public.\"{table}\"");
            }

            await RefusedAsync(AsSpouse, $"DELETE FROM public.\"{table}\"");
        }

        // The offers that are published, to be read: a view that could be written through would be a hole in the other direction.
        Assert.True(await AskAsync(AsSpouse, "SELECT count(*) FROM spouse.published_offer") >= 0);
        await RefusedAsync(AsSpouse, "UPDATE spouse.published_offer SET title = ''");
        await RefusedAsync(AsSpouse, "DELETE FROM spouse.published_offer");
        await RefusedAsync(AsSpouse, "INSERT INTO spouse.published_offer (slug) VALUES ('')");
        await RefusedAsync(AsSpouse, "SET ROLE app");
        await RefusedAsync(AsSpouse, "SELECT FROM audit_months.nothing");
    }

    [Fact]
    public async Task What_happened_behind_the_wall_stays_written()
    {
        await FullFileAsync();
        Assert.Null((await SendAsync(Actor.System, new SealSpouseAudit())).Error);
        foreach (var owner in new[] { true, false })
        {
            var connection = owner ? OwnerConnectionString : AsSpouse;
            foreach (var (table, column) in new[] { ("audit_entry", "action"), ("audit_seal", "number"), ("audit_sealed", "month"), ("spouse_erasure", "case_id"), ("spouse_event", "kind") })
            {
                await RefusedAsync(connection, $"UPDATE spouse.{table} SET {column} = {column}");
                await RefusedAsync(connection, $"DELETE FROM spouse.{table} WHERE true");
                await RefusedAsync(connection, $"TRUNCATE spouse.{table} CASCADE");
            }
        }

        await RunAsOwnerAsync("INSERT INTO spouse.audit_entry (at, actor_kind, action) VALUES (now() - interval '13 months', 'System', 'Old')");
        await RefusedAsync(AsSpouse, "UPDATE spouse.document_chunk SET number = number");
        Assert.True(await AskOwnerAsync<long>("SELECT count(*) FROM spouse.audit_entry") > 0);
        await RefusedAsync(AsSpouse, "INSERT INTO spouse.audit_entry (at, actor_kind, action) VALUES (now(), 'System', 'Forged')");
    }

    [Fact]
    public async Task Who_reads_a_file_is_written_down_there_and_nowhere_else()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        Assert.Null((await SendAsync(caseworker, new GetSpouseCase(id))).Error);

        var trace = await BehindTheWallAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == nameof(GetSpouseCase), Stop));
        Assert.Equal((caseworker.AccountId, id, nameof(ReadingPurpose.Accompanying)), (trace.AccountId, trace.SubjectId, trace.Purpose));
        Assert.Equal(0, await AskOwnerAsync<long>("SELECT count(*) FROM public.audit_entry WHERE action LIKE '%pouse%'"));
    }

    [Fact]
    public async Task No_row_of_the_portal_holds_anything_of_a_partner()
    {
        var (id, spouse, _) = await FullFileAsync();
        Assert.Null((await SendAsync(spouse, new EndSpouseSession())).Error);

        foreach (var table in await TablesAsync("public"))
        {
            foreach (var text in new[] { Canary, "0699887766", id.ToString(), Email })
            {
                Assert.True(
                    await AskAsync(OwnerConnectionString, $"SELECT count(*) FROM public.\"{table}\" AS r WHERE r::text ILIKE '%{text}%'") == 0, $"{table}: {text}");
            }
        }
    }

    [Fact]
    public async Task A_doctor_signed_in_on_the_same_browser_leaves_no_trace_there()
    {
        var doctor = await SomeoneAsync(Role.Candidate);
        using var browser = App.ClientFor(doctor);
        var answer = await browser.SubmitAsync("/dites32-a-2/inscription", "inscription",
            ("Input.Name", "Inès"), ("Input.Email", Email), ("Input.Profession", "Libraire"), ("Input.Agrees", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var trace = await BehindTheWallAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((nameof(ActorKind.Anonymous), null), (trace.ActorKind, trace.AccountId));
    }

    private Task<List<string>> TablesAsync(string schema) => InDatabaseAsync(db => db.Database.SqlQuery<string>(
        $"SELECT c.relname::text AS \"Value\" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = {schema} AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition").ToListAsync(Stop));

    private static async Task<long> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static async Task RefusedAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
        Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refused.SqlState}");
    }
}
