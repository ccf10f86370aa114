using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>With it STARTTLS is offered, and nothing is taken without.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The one account that may send; null: everybody may, without signing in.</summary>
    public NetworkCredential? Account { get; set; }

    /// <summary>Every command of every sender that came without TLS, as a listener on the network reads it.</summary>
    public ConcurrentQueue<string> Overheard { get; } = [];

    /// <summary>Everything that arrived whole, whether the sender was told so or not.</summary>
    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    internal void Receive(ReceivedMail mail)
    {
        Mails.Enqueue(mail);
        arrivals.Writer.TryWrite(mail);
    }

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
                await using var conversation = new SmtpConversation(this, connection.GetStream());
                await conversation.HoldAsync(cancellationToken);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
            }
        }
    }
}
