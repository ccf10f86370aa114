using System.Net;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.E2E.Notifications;

/// <summary>
/// A portal whose system trusts the authority of the relay, which is how a private authority is added in production: the
/// code that checks certificates is the one that runs there, and nothing in it knows of tests.
/// </summary>
public sealed class SecureMailTests : IAsyncLifetime
{
    private const string Password = "sésame très secret";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestAuthority authority = new();
    private readonly SmtpSink sink = new() { Account = new NetworkCredential("portail", Password) };
    private readonly string authorityFile = Path.GetTempFileName();
    private string connectionString = "";
    private AppProcess app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connectionString = new NpgsqlConnectionStringBuilder(await DatabaseTemplate.CloneAsync()) { MaxPoolSize = 20 }.ConnectionString;
        await File.WriteAllTextAsync(authorityFile, authority.Pem);
        app = new AppProcess(connectionString, sink.Port, new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = authorityFile,
            ["Mail__Host"] = "localhost",
            ["Mail__StartTls"] = "true",
            ["Mail__UserName"] = "portail",
            ["Mail__Password"] = Password,
            ["Mail__TimeoutSeconds"] = "5",
        });
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await sink.DisposeAsync();
        authority.Dispose();
        File.Delete(authorityFile);
        await DatabaseTemplate.DropAsync(connectionString);
    }

    [Fact]
    public async Task A_mail_leaves_encrypted_and_signed_in_and_waits_while_the_relay_is_not_to_be_trusted()
    {
        sink.Certificate = authority.CertificateOf("relais.example.org");
        await RegisterAsync("premiere@example.org");
        Assert.Equal(MailFailure.Insecure, await FailureAsync("premiere@example.org"));

        sink.Certificate = authority.CertificateOf("localhost");
        sink.Account = new NetworkCredential("portail", "changé hier");
        await RegisterAsync("deuxieme@example.org");
        Assert.Equal("530", await FailureAsync("deuxieme@example.org"));

        sink.Account = new NetworkCredential("portail", Password);
        await RegisterAsync("troisieme@example.org");

        // The third at once, the two others when they are tried again.
        var mails = new List<ReceivedMail>();
        using var patience = new CancellationTokenSource(Patience);
        while (mails.Count < 3)
        {
            mails.Add(await sink.NextAsync(patience.Token));
        }

        Assert.Equal("troisieme@example.org", mails[0].Recipient);
        Assert.Equal(["deuxieme@example.org", "premiere@example.org", "troisieme@example.org"], mails.Select(m => m.Recipient).Order());
        Assert.All(mails, mail => Assert.Equal((true, "portail"), (mail.IsEncrypted, mail.Account)));
        Assert.All(sink.Overheard, said => Assert.Matches("^(EHLO|STARTTLS|QUIT)", said)); // nothing else went in clear
        Assert.DoesNotContain(Password, app.Output, StringComparison.Ordinal);
    }

    private async Task RegisterAsync(string email)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        using var answer = await client.SubmitAsync("/inscription", "inscription",
            ("Input.DisplayName", "Dominique Courrier"), ("Input.Email", email), ("Input.Password", "quatre mots sans lien"));
        Assert.Equal("/inscription/verifier", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    /// <summary>Why the last attempt failed, once there was one.</summary>
    private async Task<string?> FailureAsync(string email)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(connectionString).Options);
            var mail = await db.OutboxEmails.AsNoTracking().SingleAsync(e => e.ToAddress == email, patience.Token);
            if (mail.Failure is not null)
            {
                Assert.Null(mail.DeadAt);
                return mail.Failure;
            }

            Assert.Null(mail.SentAt);
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }
}
