using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Dites32.Tests.Infrastructure;

/// <summary>How the sink treats a mail.</summary>
public enum SinkAnswer { Accept, Busy, Refuse, RefuseSender, Silent, DropAfterDot, SilentAfterDot }

/// <summary>An SMTP server that answers as the test says, and keeps what it received.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Channel<ReceivedMail> arrivals = Channel.CreateUnbounded<ReceivedMail>();
    private CancellationTokenSource stop = new();
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting;

    public SmtpSink()
    {
        listener.Start(200);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The answer for a recipient, asked at each attempt.</summary>
    public Func<string, SinkAnswer> Answer { get; set; } = _ => SinkAnswer.Accept;

    /// <summary>Everything that arrived whole, whether the sender was told so or not.</summary>
    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    public ValueTask<ReceivedMail> NextAsync(CancellationToken cancellationToken) => arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Connections are refused from now on.</summary>
    public async Task GoDownAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(conversations);
    }

    public void ComeBack()
    {
        stop.Dispose();
        stop = new CancellationTokenSource();
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start(200);
        accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await GoDownAsync();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await listener.AcceptTcpClientAsync(stop.Token), stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ConverseAsync(TcpClient connection, CancellationToken cancellationToken)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                if (Answer("") == SinkAnswer.Silent)
                {
                    await reader.ReadLineAsync(cancellationToken); // until the other side gives up
                    return;
                }

                await writer.WriteLineAsync("220 sink");
                var (recipient, answer) = ("", SinkAnswer.Accept);
                while (await reader.ReadLineAsync(cancellationToken) is { } line)
                {
                    var verb = line.Split(' ')[0].ToUpperInvariant();
                    if (verb == "RCPT")
                    {
                        recipient = Regex.Match(line, "<(.*?)>").Groups[1].Value;
                        answer = Answer(recipient);
                    }

                    if (verb == "DATA")
                    {
                        await writer.WriteLineAsync("354 go on");
                        var mail = new ReceivedMail(recipient, await ReadDataAsync(reader, cancellationToken));
                        Mails.Enqueue(mail);
                        arrivals.Writer.TryWrite(mail);
                        switch (answer)
                        {
                            case SinkAnswer.DropAfterDot:
                                return;
                            case SinkAnswer.SilentAfterDot:
                                await reader.ReadLineAsync(cancellationToken); // until the other side gives up
                                return;
                        }
                    }

                    await writer.WriteLineAsync((verb, answer) switch
                    {
                        ("EHLO" or "HELO", _) => "250 sink",
                        ("MAIL", _) when Answer("") == SinkAnswer.RefuseSender => "550 5.7.1 not from you",
                        ("RCPT", SinkAnswer.Busy) => "421 4.3.2 come back later",
                        ("RCPT", SinkAnswer.Refuse) => "550 5.1.1 nobody here",
                        ("QUIT", _) => "221 bye",
                        _ => "250 OK",
                    });
                    if (verb == "QUIT")
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }

    private static async Task<string> ReadDataAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line and not ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return data.ToString();
    }
}

public sealed partial class ReceivedMail(string recipient, string source)
{
    private readonly string[] parts = source.Split("\n\n", 2);

    public string Recipient { get; } = recipient;

    public string Body => Decode(parts[1].Replace("=\n", "", StringComparison.Ordinal)).TrimEnd('\n');

    public string Header(string name)
    {
        var value = Regex.Match(parts[0].Replace("\n ", " ", StringComparison.Ordinal), $"^{name}: (.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;
        return EncodedWord().Replace(value.Replace("?= =?", "?==?", StringComparison.Ordinal), word => word.Groups[1].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : Decode(word.Groups[2].Value.Replace('_', ' ')));
    }

    /// <summary>Quoted-printable.</summary>
    private static string Decode(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
