using System.Globalization;
using System.Text;

namespace Dites32.Bench;

/// <summary>The table of <c>docs/performance.md</c>; what stands around it there is kept.</summary>
internal sealed class Report(int seconds, int rounds)
{
    private const string Begin = "<!-- bench: written by ./dev bench -->";
    private const string End = "<!-- /bench -->";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly StringBuilder pages = new();
    private readonly StringBuilder others = new();
    private readonly StringBuilder weights = new();

    public async Task AddAsync(
        string name, Host app, Host blazor, Host kestrel, string[] paths, int duration, string connectionString, int[] sizes)
    {
        Host[] hosts = [app, blazor, kestrel];
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

        var medians = hosts.Select(h => Figures.Median(figures[h])).ToArray();
        var statements = await StatementsAsync(app, paths, connectionString);
        string[] labels = ["portail", "B", "K"];
        for (var i = 0; i < hosts.Length; i++)
        {
            var f = medians[i];
            pages.AppendLine(French,
                $"| {name} | {labels[i]} | {f.RequestsPerSecond:0} | {f.P50:0.0} | {f.P95:0.0} | {f.HostCpu:0} | {f.DatabaseCpu:0} | {(i == 0 ? statements.ToString("0.0", French) : "")} | {sizes[i]:N0} | {(i == 0 ? $"{f.RequestsPerSecond / medians[1].RequestsPerSecond:0.00} × B, {f.RequestsPerSecond / medians[2].RequestsPerSecond:0.00} × K" : "")} | {f.Errors} |");
        }

        Console.WriteLine(pages);
    }

    public void Weights(IEnumerable<PageWeight> all)
    {
        foreach (var w in all)
        {
            weights.AppendLine(French, $"| `{w.Path}` | {w.HtmlBytes / 1024.0:0} | {w.Bytes / 1024.0:0} | {w.Requests} | {(w.IsLight ? "oui" : "**non**")} |");
        }
    }

    public void Search(Figures page, Figures sql) => Add(
        "Recherche, 20 mots : page entière", page, null, $"p95 = {page.P95 / sql.P95:0.0} × celui du SQL seul ({sql.P95.ToString("0.0", French)} ms, {sql.RequestsPerSecond.ToString("0", French)} req/s)");

    public void Add(string name, Figures f, double? statements, string remark = "")
    {
        others.AppendLine(French, $"| {name} | {f.RequestsPerSecond:0} | {f.P50:0.0} | {f.P95:0.0} | {statements?.ToString("0.0", French)} | {f.Errors} | {remark} |");
        Console.WriteLine(others);
    }

    public async Task WriteAsync(string path)
    {
        var table = $"""
            {Begin}

            Mesuré le {DateTime.UtcNow.ToString("d MMMM yyyy", French)} sur {Machine()}. Tours entrelacés portail, B, K : {rounds} × {seconds} s, {Load.Connections} connexions, {Load.Generator} sur la même machine ; médiane. CPU par requête en µs.

            | page | serveur | req/s | p50 (ms) | p95 (ms) | CPU serveur | CPU PostgreSQL | SQL par page | octets | rapport | erreurs |
            |---|---|---|---|---|---|---|---|---|---|---|
            {pages.ToString().TrimEnd()}

            | opération | par seconde | p50 (ms) | p95 (ms) | SQL par opération | erreurs | remarque |
            |---|---|---|---|---|---|---|
            {others.ToString().TrimEnd()}

            | page publique | HTML (Kio) | avec ses fichiers (Kio) | requêtes | dans les limites (200 Kio, 15 requêtes) |
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
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? "un processeur inconnu";
        return $"{Environment.ProcessorCount} cœurs partagés ({model}), PostgreSQL et générateur de charge compris";
    }
}
