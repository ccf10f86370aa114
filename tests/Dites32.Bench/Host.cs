using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dites32.Bench;

/// <summary>A web server in a process of its own, so that its CPU time can be read.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly Process process;

    private Host(string name, Process process, Uri address) => (Name, this.process, Address) = (name, process, address);

    public string Name { get; }
    public Uri Address { get; }
    public int ProcessId => process.Id;

    public static async Task<Host> StartAsync(
        string name, string assembly, string folder, Func<int, IEnumerable<string>> arguments, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments(port)]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 })
            {
                Console.WriteLine($"   [{name}] {line.Data}");
            }
        };
        process.BeginOutputReadLine();
        var host = new Host(name, process, address);
        await host.UntilReadyAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(Address, "/offres"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // it does not listen yet
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"{Name} does not answer on {Address}offres.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
