using System.Net.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Dites32.Tests.Infrastructure;

/// <summary>What the sink says to one sender.</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly SmtpSink sink;
    private Stream stream;
    private StreamReader reader;
    private bool isEncrypted;
    private string? account;
    private string recipient = "";
    private SinkAnswer answer = SinkAnswer.Accept;

    public SmtpConversation(SmtpSink sink, Stream stream)
    {
        this.sink = sink;
        this.stream = stream;
        reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
    }

    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (sink.Answer("") == SinkAnswer.Silent)
        {
            await reader.ReadLineAsync(cancellationToken); // until the other side gives up
            return;
        }

        await SayAsync("220 sink");
        while (await HearAsync(cancellationToken) is { } line && await ReplyAsync(line, cancellationToken) is { } reply)
        {
            await SayAsync(reply);
            switch (reply)
            {
                case "221 bye":
                    return;
                case "220 go ahead":
                    await EncryptAsync(cancellationToken);
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await stream.DisposeAsync();
    }

    /// <returns>Null to hang up.</returns>
    private async Task<string?> ReplyAsync(string line, CancellationToken cancellationToken)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO" or "HELO":
                return Greeting();
            case "STARTTLS":
                return sink.Certificate is null ? "502 5.5.1 not here" : "220 go ahead";
            case "AUTH":
                return await SignInAsync(line.Split(' '), cancellationToken);
            case "MAIL":
                return sink.Certificate is not null && !isEncrypted ? "530 5.7.0 STARTTLS first"
                    : sink.Account is not null && account is null ? "530 5.7.0 sign in first"
                    : sink.Answer("") == SinkAnswer.RefuseSender ? "550 5.7.1 not from you" : "250 OK";
            case "RCPT":
                recipient = Regex.Match(line, "<(.*?)>").Groups[1].Value;
                answer = sink.Answer(recipient);
                return answer switch
                {
                    SinkAnswer.Busy => "421 4.3.2 come back later",
                    SinkAnswer.Refuse => "550 5.1.1 nobody here",
                    _ => "250 OK",
                };
            case "DATA":
                await SayAsync("354 go on");
                sink.Receive(new ReceivedMail(recipient, await ReadDataAsync(cancellationToken), isEncrypted, account));
                if (answer == SinkAnswer.SilentAfterDot)
                {
                    await HearAsync(cancellationToken); // until the other side gives up
                }

                return answer is SinkAnswer.DropAfterDot or SinkAnswer.SilentAfterDot ? null : "250 OK";
            case "QUIT":
                return "221 bye";
            default:
                return "250 OK";
        }
    }

    private string Greeting()
    {
        var extensions = new List<string> { "sink" };
        if (sink.Certificate is not null && !isEncrypted)
        {
            extensions.Add("STARTTLS");
        }

        if (sink.Account is not null)
        {
            extensions.Add("AUTH PLAIN LOGIN");
        }

        return string.Join("\r\n", extensions.Select((e, i) => $"250{(i == extensions.Count - 1 ? ' ' : '-')}{e}"));
    }

    private async Task<string> SignInAsync(string[] words, CancellationToken cancellationToken)
    {
        string name, password;
        switch (words[1].ToUpperInvariant())
        {
            case "LOGIN":
                name = words.Length > 2 ? Decode(words[2]) : await AskAsync("Username:", cancellationToken);
                password = await AskAsync("Password:", cancellationToken);
                break;
            case "PLAIN":
                var parts = (words.Length > 2 ? Decode(words[2]) : await AskAsync("", cancellationToken)).Split('\0');
                (name, password) = (parts[1], parts[2]);
                break;
            default:
                return "504 5.5.4 unknown way to sign in";
        }

        if (sink.Account is not { } expected || expected.UserName != name || expected.Password != password)
        {
            return "535 5.7.8 wrong name or password";
        }

        account = name;
        return "235 2.7.0 signed in";
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await SayAsync($"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(question))}");
        return Decode(await HearAsync(cancellationToken) ?? "");
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = sink.Certificate }, cancellationToken);
        reader.Dispose();
        reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        isEncrypted = true;
    }

    private async Task<string?> HearAsync(CancellationToken cancellationToken)
    {
        var line = await reader.ReadLineAsync(cancellationToken);
        if (line is not null && !isEncrypted)
        {
            sink.Overheard.Enqueue(line);
        }

        return line;
    }

    private async Task SayAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes($"{text}\r\n"));

    private async Task<string> ReadDataAsync(CancellationToken cancellationToken)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line and not ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return data.ToString();
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
