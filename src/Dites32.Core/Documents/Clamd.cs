using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Dites32.Core.Documents;

/// <param name="Host"><c>Clamd:Host</c>: null where there is no antivirus, and no document then gets a verdict.</param>
/// <param name="Patience"><c>Clamd:PatienceSeconds</c>: for one document, from the connection to the answer.</param>
internal sealed record ClamdSettings(string? Host, int Port, TimeSpan Patience)
{
    private const int UsualPort = 3310;
    private const double UsualPatience = 20;

    public static ClamdSettings Of(IConfiguration configuration) => new(
        configuration["Clamd:Host"] is { Length: > 0 } host ? host : null,
        configuration.GetValue("Clamd:Port", UsualPort),
        TimeSpan.FromSeconds(configuration.GetValue("Clamd:PatienceSeconds", UsualPatience)));
}

/// <summary>
/// Asks clamd over TCP whether a file is dangerous (its command INSTREAM). The protocol knows neither password nor
/// encryption: clamd must be on a network of the portal's own. Anything but a clear answer is no verdict.
/// </summary>
internal sealed class Clamd(ClamdSettings settings)
{
    private const int MaxAnswer = 1024;
    private const string Clean = "stream: OK";
    private const string Found = " FOUND";

    public bool IsConfigured => settings.Host is not null;

    /// <returns>Null without a verdict: clamd is not there, too slow, or says something else.</returns>
    public async Task<DocumentVerdict?> JudgeAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> content, CancellationToken cancellationToken)
    {
        if (settings.Host is not { } host)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Patience);
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(host, settings.Port, patience.Token);
            await using var stream = client.GetStream();
            await SendAsync(stream, content, patience.Token);
            return VerdictOf(await ReadAnswerAsync(stream, patience.Token));
        }
        catch (Exception unreachable) when (unreachable is SocketException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // too slow
        }
    }

    private static DocumentVerdict? VerdictOf(string answer) =>
        answer == Clean ? DocumentVerdict.Clean
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) ? DocumentVerdict.Refused
        : null;

    private static async Task SendAsync(NetworkStream stream, IAsyncEnumerable<ReadOnlyMemory<byte>> content, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
            var length = new byte[sizeof(int)];
            await foreach (var part in content.WithCancellation(cancellationToken))
            {
                BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
                await stream.WriteAsync(length, cancellationToken);
                await stream.WriteAsync(part, cancellationToken);
            }

            await stream.WriteAsync(new byte[sizeof(int)], cancellationToken);
        }
        catch (IOException)
        {
            // It answers and closes before it has read everything when the file is over its limit: the answer may be there.
        }
    }

    private static async Task<string> ReadAnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[MaxAnswer];
        var length = 0;
        while (length < MaxAnswer && await stream.ReadAsync(answer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (answer.AsSpan(0, length).IndexOf((byte)0) is >= 0 and var end)
            {
                return Encoding.ASCII.GetString(answer, 0, end);
            }
        }

        return ""; // cut before its end
    }
}
