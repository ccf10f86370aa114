using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dites32.Core.Documents;

namespace Dites32.Tests.Infrastructure;

/// <summary>
/// A real clamd, with one signature made here: that of the EICAR test file, which is harmless and which every antivirus
/// knows. It is written in pieces so that the antivirus of a developer's machine leaves the sources alone.
/// </summary>
public sealed class ClamdServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dites32-clamd");
    private Process? process;

    private ClamdServer(int port) => Port = port;

    public static byte[] Eicar => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    public int Port { get; }

    /// <param name="options">Lines of its configuration, which come after those of docs/exploitation.md.</param>
    public static async Task<ClamdServer> StartAsync(int? port = null, params string[] options)
    {
        var server = new ClamdServer(port ?? FreePort());
        await server.RunAsync(options);
        return server;
    }

    /// <summary>A port on which nothing listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal Clamd Client => ClientOf(Port);

    internal static Clamd ClientOf(int port, double patience = 20) => new(new ClamdSettings("127.0.0.1", port, TimeSpan.FromSeconds(patience)));

    public void Kill() => process!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task RunAsync(string[] options)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.ndb"), $"Dites32.Test.Eicar:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllLinesAsync(configuration,
        [
            $"TCPSocket {Port}", "TCPAddr 127.0.0.1", $"DatabaseDirectory {folder.FullName}", "Foreground yes",
            "StreamMaxLength 11M", "MaxScanSize 50M", "MaxFileSize 20M", "AlertEncryptedArchive yes", "AlertOLE2Macros yes", "MaxThreads 4",
            .. options.Any(o => o.StartsWith("AlertExceedsMax", StringComparison.Ordinal)) ? options : ["AlertExceedsMax yes", .. options],
        ]);
        Assert.True(File.Exists(Program), $"{Program} is missing: ./dev test installs clamav-daemon.");
        process = Process.Start(new ProcessStartInfo(Program, ["--config-file", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { }; // read, so that it never waits for a reader
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited, "clamd did not start.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync("zPING\0"u8.ToArray());
            return await stream.ReadAsync(new byte[5]) == 5;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
