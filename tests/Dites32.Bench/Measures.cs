using System.Globalization;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Npgsql;

namespace Dites32.Bench;

/// <summary>Runs everything in one go, the hosts in turn, so that they share the same noise.</summary>
internal static class Measures
{
    private const int Rounds = 3;
    private const int InProcess = 8;
    private const string List = "List";
    private const string Search = "Search";

    private static readonly string[] Words =
    [
        "généraliste", "échographe", "rugby", "jazz", "pédiatrie", "gériatrie", "secrétariat", "voile", "apiculture", "mésothérapie", "remplacement",
        "coordonnateur", "Fleurance", "Condom", "vignes Armagnac", "équipe soudée", "télémédecine", "astronomie", "assistant médical", "hypnose",
    ];

    /// <param name="published">The folder of the published portal.</param>
    public static async Task<bool> RunAsync(string server, string published, int seconds)
    {
        var connectionString = Databases.App(server);
        var root = RepositoryRoot();
        var scenarios = await ScenariosAsync(connectionString);
        var pathsFile = Path.GetTempFileName();
        await File.WriteAllLinesAsync(pathsFile, scenarios.SelectMany(s => s.Paths).Distinct());

        Task<Host> Portal(string name, string keptSeconds) => Host.StartAsync(name, Path.Combine(published, "Dites32.Web.dll"), published, _ => [], new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Dites32"] = connectionString,
            ["ConnectionStrings__Dites32Spouse"] = Databases.SpouseIn(connectionString),
            ["Background__Enabled"] = "false",
            ["Portal__PublicAddress"] = "https://dites32.example",
            ["AllowedHosts"] = "127.0.0.1",
            ["Offers__PagesKeptSeconds"] = keptSeconds,
            ["Logging__LogLevel__Default"] = "Error",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Error",
        });
        await using var app = await Portal("app", "2");
        await using var reading = await Portal("app without memory", "0");
        var weights = new List<PageWeight>();
        foreach (var path in scenarios.Select(s => s.Paths[0]).Append("/"))
        {
            weights.Add(await PageWeight.OfAsync(app.Address, path));
        }

        Task<Host> Bare(string kind) => Host.StartAsync(kind, typeof(Measures).Assembly.Location, root,
            port => ["bare", kind, port.ToString(CultureInfo.InvariantCulture), app.Address.ToString(), pathsFile], new() { ["DITES32_TEST_SERVER"] = server });
        await using var blazor = await Bare(BareHost.Blazor);
        await using var kestrel = await Bare(BareHost.Kestrel);

        var report = new Report(seconds, Rounds);
        foreach (var scenario in scenarios)
        {
            Host[] hosts = [app, reading, blazor, kestrel];
            await report.AddAsync(scenario.Name, hosts, scenario.Paths, seconds, connectionString, await SizesAsync(hosts, scenario.Paths));
        }

        report.Weights(weights);
        await using var core = new Core(connectionString);
        await SearchAgainstSqlAsync(report, core, connectionString, app, scenarios.Single(s => s.Name == Search).Paths, seconds);
        await WorkspaceAsync(report, core, connectionString, seconds);
        File.Delete(pathsFile);
        await report.WriteAsync(Path.Combine(root, "docs/performance.md"));
        return weights.All(w => w.IsLight);
    }

    private static async Task<List<(string Name, string[] Paths)>> ScenariosAsync(string connectionString)
    {
        var offers = await Databases.ListAsync(connectionString,
            "SELECT number, slug FROM offer WHERE status = 'Published' AND closes_on > current_date ORDER BY md5(number::text) LIMIT 200",
            r => OfferReference.PathOf(r.GetInt32(0), r.GetString(1)));
        return
        [
            (List, ["/offres"]),
            ("List, pages 2 to 11", [.. Enumerable.Range(2, 10).Select(n => $"/offres?page={n}")]),
            (Search, [.. Words.Select(w => $"/offres?q={Uri.EscapeDataString(w)}")]),
            ("Detail", [.. offers]),
        ];
    }

    /// <summary>The bytes of the page on each host, for the first path.</summary>
    private static async Task<int[]> SizesAsync(Host[] hosts, string[] paths)
    {
        using var client = new HttpClient();
        var sizes = new List<int>();
        foreach (var host in hosts)
        {
            sizes.Add((await client.GetByteArrayAsync(new Uri(host.Address, paths[0]))).Length);
        }

        return [.. sizes];
    }

    private static async Task SearchAgainstSqlAsync(Report report, Core core, string connectionString, Host app, string[] paths, int seconds)
    {
        var statements = new List<NpgsqlCommand>();
        foreach (var word in Words)
        {
            statements.Add((await Statements.CaptureAsync(() => core.SendAsync(Actor.Anonymous, new SearchOffers(new OfferSearch { Text = word })))).First(Statements.ReadsOffers));
        }

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, NoResetOnClose = true });
        async Task<bool> RunSqlAsync(int i)
        {
            await using var command = BarePage.Copy(source, statements[i % statements.Count]);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                reader.GetString(2);
            }

            return true;
        }

        await Load.OfAsync(Load.Connections, 2, RunSqlAsync);
        var (pages, sql) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < Rounds; round++)
        {
            pages.Add(await Load.OnAsync(app, paths, seconds, connectionString));
            sql.Add(await Load.OfAsync(Load.Connections, seconds, RunSqlAsync));
        }

        report.Search(Figures.Median(pages), Figures.Median(sql));
    }

    private static async Task WorkspaceAsync(Report report, Core core, string connectionString, int seconds)
    {
        var account = await Databases.ReadAsync<Guid>(connectionString, "SELECT referent_id FROM offer ORDER BY number DESC LIMIT 1");
        var mission = Actor.Account(account, [Role.Dites32Recruiter]);
        await Workspace.MeasureAsync(report, core, connectionString, mission, InProcess, seconds);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dites32.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Dites32.sln is in no folder above.");
        }

        return folder.FullName;
    }
}
