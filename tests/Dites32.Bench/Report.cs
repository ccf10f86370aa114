using System.Globalization;
using System.Text;

namespace Dites32.Bench;

/// <summary>The table of <c>docs/performance.md</c>; what stands around it there is kept.</summary>
internal sealed class Report(int seconds, int rounds)
{
    private const string Begin = "<!-- bench: written by ./dev bench -->";
    private const string End = "<!-- /bench -->";

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private readonly StringBuilder pages = new();
    private readonly StringBuilder others = new();
    private readonly StringBuilder weights = new();

    /// <param name="hosts">The portal first, then without memory where that differs, then B and K.</param>
    public async Task AddAsync(string name, Host[] hosts, string[] paths, int duration, string connectionString, int[] sizes)
    {
        foreach (var host in hosts)
        {
            // Until the code that is run often has been compiled for it.
            for (var (requests, tries) = (0L, 0); requests < 6000 && tries < 5; tries++)
            {
                requests += (await Load.OnAsync(host, paths, 3, connectionString)).Requests;
            }
        }

        var figures = hosts.ToDictionary(h => h, _ => new List<Figures>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var host in hosts)
            {
                figures[host].Add(await Load.OnAsync(host, paths, duration, connectionString));
            }
        }

        var (blazor, kestrel) = (Figures.Median(figures[hosts[^2]]), Figures.Median(figures[hosts[^1]]));
        for (var i = 0; i < hosts.Length; i++)
        {
            var f = Figures.Median(figures[hosts[i]]);
            var isPortal = i < hosts.Length - 2;
            var statements = isPortal ? (await StatementsAsync(hosts[i], paths, connectionString)).ToString("0.0", English) : "";
            var ratio = isPortal ? string.Create(English, $"{f.RequestsPerSecond / blazor.RequestsPerSecond:0.00} × B, {f.RequestsPerSecond / kestrel.RequestsPerSecond:0.00} × K") : "";
            var label = isPortal ? (i == 0 ? "portal" : "portal, nothing held") : i == hosts.Length - 2 ? "B" : "K";
            pages.AppendLine(English,
                $"| {name} | {label} | {f.RequestsPerSecond:0} | {f.P50:0.0} | {f.P95:0.0} | {f.HostCpu:0} | {f.DatabaseCpu:0} | {statements} | {sizes[i]:N0} | {ratio} | {f.Errors} |");
        }

        Console.WriteLine(pages);
    }

    public void Weights(IEnumerable<PageWeight> all)
    {
        foreach (var w in all)
        {
            weights.AppendLine(English, $"| `{w.Path}` | {w.HtmlBytes / 1024.0:0} | {w.Bytes / 1024.0:0} | {w.Requests} | {(w.IsLight ? "yes" : "**no**")} |");
        }
    }

    public void Search(Figures page, Figures sql) => Add(
        "Search, 20 words: the whole page", page, null, string.Create(English, $"p95 = {page.P95 / sql.P95:0.0} × that of the SQL alone ({sql.P95:0.0} ms, {sql.RequestsPerSecond:0}/s)"));

    public void Add(string name, Figures f, double? statements, string remark = "")
    {
        others.AppendLine(English, $"| {name} | {f.RequestsPerSecond:0} | {f.P50:0.0} | {f.P95:0.0} | {statements?.ToString("0.0", English)} | {f.Errors} | {remark} |");
        Console.WriteLine(others);
    }

    public async Task WriteAsync(string path)
    {
        var table = $"""
            {Begin}

            Measured on {DateTime.UtcNow.ToString("d MMMM yyyy", English)} on {Machine()}. Rounds in turn, {rounds} × {seconds} s, {Load.Connections} connections, {Load.Generator} on the same machine; median. CPU per request in µs.

            | page | server | req/s | p50 (ms) | p95 (ms) | CPU server | CPU PostgreSQL | SQL a page | bytes | ratio | errors |
            |---|---|---|---|---|---|---|---|---|---|---|
            {pages.ToString().TrimEnd()}

            | operation | per second | p50 (ms) | p95 (ms) | SQL | errors | remark |
            |---|---|---|---|---|---|---|
            {others.ToString().TrimEnd()}

            | public page | HTML (KiB) | with its files (KiB) | requests | within 200 KiB and 15 requests |
            |---|---|---|---|---|
            {weights.ToString().TrimEnd()}

            {End}
            """;
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path) : $"# Performance\n\n{Begin}\n{End}\n";
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        await File.WriteAllTextAsync(path, string.Concat(text.AsSpan(0, from), table, text.AsSpan(to + End.Length)));
        Console.WriteLine(table);
    }

    /// <summary>Transactions per request: outside a transaction of its own, each statement is one. PostgreSQL counts with some delay.</summary>
    private static async Task<double> StatementsAsync(Host app, string[] paths, string connectionString)
    {
        const int Requests = 400;
        using var client = new HttpClient();
        await Task.Delay(TimeSpan.FromSeconds(12));
        var before = await CountAsync();
        for (var i = 0; i < Requests; i++)
        {
            await client.GetByteArrayAsync(new Uri(app.Address, paths[i % paths.Length]));
        }

        await Task.Delay(TimeSpan.FromSeconds(12));
        return (await CountAsync() - before - 1) / (double)Requests;

        Task<long> CountAsync() => Databases.ReadAsync<long>(connectionString,
            "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? "an unknown processor";
        return $"{Environment.ProcessorCount} shared cores ({model}), PostgreSQL and the load generator included";
    }
}
