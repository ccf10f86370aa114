using System.Net;
using Dites32.Core.Demo;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The wall: nothing of a partner is seen from the portal, and nothing of the portal from their service.</summary>
public sealed class WallTests : SpouseTest
{
    private const string Canary = "cnwallx";

    private static readonly SpouseForm Canaries = new()
    {
        Name = $"{Canary} nom",
        Phone = "0699887766",
        Couple = nameof(Couple.Pacs),
        DoctorName = $"{Canary} médecin",
        Profession = $"{Canary} métier",
        Project = nameof(SpouseProject.OwnBusiness),
        Commune = "Auch (32000)",
        Message = $"{Canary} message",
    };

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
        var (id, spouse) = await FullFileAsync();
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
    public async Task Nobody_but_a_caseworker_sees_anything_of_a_partner_on_any_page()
    {
        var (id, _) = await FullFileAsync();
        await DemoSeed.RunAsync(OwnerConnectionString, Clock, Stop);
        var others = Enum.GetValues<Role>().Where(role => role != Role.SpouseCaseworker).ToList();
        var people = new List<HttpClient> { Visitor(), App.ClientFor(await SomeoneAsync([.. others])) };
        foreach (var role in others)
        {
            people.Add(App.ClientFor(await SomeoneAsync(role)));
        }

        var pages = Pages(id);
        Assert.True(pages.Count > 60, $"{pages.Count}");
        foreach (var person in people)
        {
            foreach (var page in pages)
            {
                var answer = await person.GetAsync(page, Stop);
                var body = await answer.Content.ReadAsStringAsync(Stop);
                Assert.False(body.Contains(Canary, StringComparison.OrdinalIgnoreCase) || body.Contains("0699887766", StringComparison.Ordinal), page);
                Assert.False(page.StartsWith("/accompagnement", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.OK, page);
            }

            person.Dispose();
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

    /// <summary>A file with something in every field: a note, a move, a document, a task, a meeting, a lead.</summary>
    private async Task<(Guid Id, Actor Spouse)> FullFileAsync()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync(form: Canaries);
        var id = (await FileAsync()).Id;
        Assert.Null((await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), $"{Canary} note", true))).Error);
        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, $"{Canary} étape", "2026-03-12"))).Error);
        await CoupleAsync(spouse, $"{Canary} mot");
        var document = SampleFiles.Pdf(info: $"{Canary} document");
        Assert.Null((await Services.GetRequiredService<SpouseDocumentStore>().AddAsync(spouse, id, $"{Canary} cv.pdf", new MemoryStream(document), Stop)).Error);
        Assert.Null((await SendAsync(caseworker, new SetSpouseTrade(id, "N4999"))).Error);
        Assert.Null((await SendAsync(caseworker, new AddJobEmployer(id, new JobEmployerForm { Name = $"{Canary} employeur", Commune = "Auch", ContactName = $"{Canary} contact" }))).Error);
        Assert.Null((await SendAsync(caseworker, new AddEmployerTalk(id, id, "2026-03-01", TalkWay.Visit, $"{Canary} échange"))).Error);
        Assert.Null((await SendAsync(caseworker, new ReceiveJobFile(id, $"{Canary}.csv", "employeur;commune\ncnwallx import;Auch\n"u8.ToArray()))).Error);
        Assert.Null((await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), $"{Canary} tâche", "2026-03-12", caseworker.RequiredAccountId))).Error);
        Assert.Null((await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), new MeetingForm
        {
            Day = "2026-03-12",
            Hour = "09:30",
            Minutes = "30",
            Way = nameof(MeetingWay.InPerson),
            Place = $"{Canary} lieu",
            OwnerId = caseworker.AccountId.ToString(),
        }))).Error);
        return (id, spouse);
    }

    /// <summary>Every page that takes nothing from its address, and those that take a number, with the number of the file.</summary>
    private List<string> Pages(Guid id) => [.. App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => id.ToString(),
        }))))).Distinct()];

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
