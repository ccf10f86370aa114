using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dites32.Tests.Infrastructure;

namespace Dites32.E2E.Infrastructure;

/// <summary>The built application as a process of its own, on a port that it keeps over its restarts.</summary>
/// <param name="settings">Environment variables besides the usual ones, or instead of them.</param>
public sealed class AppProcess(string connectionString, int mailPort, IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = AppContext.BaseDirectory.Replace("/tests/Dites32.E2E/", "/src/Dites32.Web/", StringComparison.Ordinal);
    private static readonly string ContentRoot = Program[..Program.IndexOf("/bin/", StringComparison.Ordinal)];

    private readonly List<string> output = [];
    private Process? process;
    private volatile TaskCompletionSource serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done while it serves: whoever was cut off waits for the next start.</summary>
    public Task Serving => serving.Task;

    public string Address { get; } = $"http://localhost:{FreePort()}";

    /// <summary>What the application has written since it first started.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>Done when it serves.</summary>
    public async Task StartAsync()
    {
        var listening = serving;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Program, "Dites32.Web.dll")])
        {
            WorkingDirectory = ContentRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Development, because only there the static files are served from the build without being published.
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Address,
                ["ConnectionStrings__Dites32"] = connectionString,
                ["ConnectionStrings__Dites32Spouse"] = DatabaseTemplate.SpouseIn(connectionString),
                ["Portal__PublicAddress"] = Address,
                ["Mail__Folder"] = "",
                ["Mail__Host"] = "127.0.0.1",
                ["Mail__Port"] = $"{mailPort}",
                // Never asked: the pages and the button are looked at, the exchange has tests of its own.
                ["ProSanteConnect__Authority"] = "https://connexion.example",
                ["ProSanteConnect__ClientId"] = "dites32",
                ["ProSanteConnect__ClientSecret"] = "secret",
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Read(line.Data, listening);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The application ended before it served:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"The application did not serve within {Patience.TotalSeconds} s:\n{Output}", late);
        }
    }

    /// <summary>SIGKILL: nothing in it learns of its end.</summary>
    public async Task KillAsync()
    {
        if (process is { } running)
        {
            serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            running.Kill();
            await running.WaitForExitAsync();
            running.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Read(string? line, TaskCompletionSource listening)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        if (line.Contains("Application started", StringComparison.Ordinal))
        {
            listening.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
