using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Dites32.Bench;

/// <param name="Errors">Answers other than 2xx and 3xx, and broken connections.</param>
internal sealed record Figures(double RequestsPerSecond, double P50, double P95, long Requests, long Errors)
{
    /// <summary>Microseconds per request.</summary>
    public double HostCpu { get; init; }
    public double DatabaseCpu { get; init; }

    public static Figures Median(IEnumerable<Figures> rounds)
    {
        var all = rounds.ToList();
        double Middle(Func<Figures, double> of) => all.Select(of).Order().ElementAt(all.Count / 2);
        return new(Middle(f => f.RequestsPerSecond), Middle(f => f.P50), Middle(f => f.P95), all.Sum(f => f.Requests), all.Sum(f => f.Errors))
        {
            HostCpu = Middle(f => f.HostCpu),
            DatabaseCpu = Middle(f => f.DatabaseCpu),
        };
    }
}

/// <summary>Sends requests as fast as they are answered.</summary>
internal static class Load
{
    public const int Connections = 32;

    private const string Script = """
        local requests, i = {}, 0
        init = function(args)
          for line in io.lines(os.getenv("BENCH_PATHS")) do requests[#requests + 1] = wrk.format("GET", line) end
        end
        request = function() i = i % #requests + 1; return requests[i] end
        done = function(summary, latency, r)
          local e = summary.errors
          io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
            latency:percentile(50), latency:percentile(95), e.status + e.connect + e.read + e.write + e.timeout))
        end
        """;

    private static readonly bool HasWrk = File.Exists("/usr/bin/wrk");

    public static string Generator => HasWrk ? "wrk" : "HttpClient";

    public static async Task<Figures> OnAsync(Host host, IReadOnlyList<string> paths, int seconds, string connectionString)
    {
        var (hostBefore, databaseBefore) = (Cpu.Of(host.ProcessId)!.Value, await Cpu.OfBackendsAsync(connectionString));
        var figures = HasWrk ? await ByWrkAsync(host, paths, seconds) : await ByHttpClientAsync(host, paths, seconds);
        var (hostAfter, databaseAfter) = (Cpu.Of(host.ProcessId)!.Value, await Cpu.OfBackendsAsync(connectionString));
        return figures with
        {
            HostCpu = (hostAfter - hostBefore) * 1e6 / figures.Requests,
            DatabaseCpu = Cpu.Between(databaseBefore, databaseAfter) * 1e6 / figures.Requests,
        };
    }

    /// <summary>The same from this process, without HTTP.</summary>
    public static async Task<Figures> OfAsync(int parallel, int seconds, Func<int, Task<bool>> run)
    {
        var latencies = new ConcurrentBag<double>();
        var (next, errors) = (-1, 0L);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var start = Stopwatch.GetTimestamp();
                if (!await run(Interlocked.Increment(ref next)))
                {
                    Interlocked.Increment(ref errors);
                }

                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        var sorted = latencies.Order().ToArray();
        return new(sorted.Length / watch.Elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100], sorted.Length, errors);
    }

    private static async Task<Figures> ByWrkAsync(Host host, IReadOnlyList<string> paths, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("dites32-bench");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "load.lua"), Script);
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "paths"), paths);
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", Path.Combine(folder.FullName, "load.lua"), host.Address.ToString()])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["BENCH_PATHS"] = Path.Combine(folder.FullName, "paths");
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        folder.Delete(recursive: true);
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said: {output}");
        var numbers = line.Split(' ').Skip(1).Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0] * 1e6 / numbers[1], numbers[2] / 1000.0, numbers[3] / 1000.0, numbers[0], numbers[4]);
    }

    private static async Task<Figures> ByHttpClientAsync(Host host, IReadOnlyList<string> paths, int seconds)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        return await OfAsync(Connections, seconds, async i =>
        {
            using var response = await client.GetAsync(new Uri(paths[i % paths.Count], UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            return (int)response.StatusCode < 400;
        });
    }
}
