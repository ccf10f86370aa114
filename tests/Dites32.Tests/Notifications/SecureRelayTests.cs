using System.Net;
using Dites32.Core;
using Dites32.Core.Notifications;
using Dites32.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Notifications;

/// <summary>
/// The portal is told to encrypt and to sign in. What leaves over TLS is tested in the browser's project, with a portal
/// that trusts the relay: this process trusts what its system trusts.
/// </summary>
public sealed class SecureRelayTests : OutboxTest
{
    private const string Password = "sésame très secret";
    private readonly TestAuthority authority = new();

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Mail:StartTls"] = "true",
        ["Mail:UserName"] = "portail",
        ["Mail:Password"] = Password,
    };

    public override async ValueTask DisposeAsync()
    {
        authority.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_relay_without_tls_gets_nothing_and_the_mail_waits()
    {
        Sink.Account = new NetworkCredential("portail", Password);
        await StaysAsync();
    }

    [Fact]
    public async Task A_relay_with_a_certificate_that_nobody_trusts_gets_nothing_and_the_mail_waits()
    {
        Sink.Certificate = authority.CertificateOf("127.0.0.1");
        await StaysAsync();
    }

    [Fact]
    public async Task A_relay_that_stops_offering_tls_gets_no_mail_in_clear_at_the_next_attempt()
    {
        Sink.Certificate = authority.CertificateOf("127.0.0.1");
        var id = await WriteAsync(Mail());
        await Sender.SendDueAsync(Stop);
        Sink.Certificate = null;
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Sender.SendDueAsync(Stop);

        var row = await RowAsync(id);
        Assert.Equal((2, MailFailure.Insecure, null, Clock.Now.AddSeconds(20)), (row.Attempts, row.Failure, row.SentAt, row.NextAttemptAt));
        Assert.Empty(Sink.Mails);
    }

    [Theory]
    [InlineData("relay.example.org", "false", false)]
    [InlineData("relay.example.org", "true", true)]
    [InlineData("127.0.0.1", "false", true)]
    public void A_password_for_another_machine_needs_tls(string host, string startTls, bool accepted)
    {
        var settings = new Dictionary<string, string?>(Settings()) { ["Mail:Host"] = host, ["Mail:StartTls"] = startTls };
        var register = () => new ServiceCollection().AddDites32Core(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        var refusal = Record.Exception(() => { register(); });
        Assert.Equal(accepted, refusal is null);
        Assert.DoesNotContain(Password, refusal?.Message ?? "", StringComparison.Ordinal);
    }

    private async Task StaysAsync()
    {
        var id = await WriteAsync(Mail());
        Assert.Equal(1, await Sender.SendDueAsync(Stop));

        var row = await RowAsync(id);
        Assert.Equal((MailFailure.Insecure, null, Clock.Now.AddSeconds(10)), (row.Failure, row.DeadAt, row.NextAttemptAt));
        Assert.Empty(Sink.Mails);
        Assert.DoesNotContain(Sink.Overheard, line => line.StartsWith("MAIL", StringComparison.Ordinal) || line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.True(await WithOutboxAsync(outbox => outbox.CancelAsync(id, Stop))); // it has certainly not left
    }
}
