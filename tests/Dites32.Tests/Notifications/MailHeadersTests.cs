using System.Text.RegularExpressions;
using Dites32.Core.Notifications;

namespace Dites32.Tests.Notifications;

/// <summary>A name and a title are what somebody typed: they end up in headers, and must stay there.</summary>
public sealed class MailHeadersTests : OutboxTest
{
    private const string Attack = "\r\nBcc: tous@example.org\r\n\r\nUn autre texte";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\n ")] // a folded line, if it were one
    [InlineData("\r\n\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\v")]
    [InlineData("\0\r\n")]
    public async Task A_line_end_in_a_subject_or_a_name_adds_no_header_and_no_text(string end)
    {
        var attack = $"{end}Bcc: tous@example.org";
        var honest = Mail();
        var id = await WriteAsync(honest with
        {
            Subject = $"Bonjour{attack}",
            ToName = $"Léa{attack}",
            ReplyTo = new ReplyTo("referent@example.org", $"Zoé{attack}"),
        });
        await Sender.SendDueAsync(Stop);

        var mail = Assert.Single(Sink.Mails);
        Assert.Equal("", mail.Header("Bcc"));
        Assert.Equal(honest.Body, mail.Body);
        Assert.Contains("lea@example.org", mail.Header("To"), StringComparison.Ordinal);
        Assert.Equal(["lea@example.org"], Recipients());
        Assert.NotNull((await RowAsync(id)).SentAt);
    }

    [Theory]
    [InlineData("lea@example.org\r\nRCPT TO:<tous@example.org>")]
    [InlineData("lea@example.org>\r\nRCPT TO:<tous@example.org")]
    [InlineData("lea@example.org, tous@example.org")]
    [InlineData("<lea@example.org> <tous@example.org>")]
    public async Task An_address_that_hides_another_is_given_up(string to)
    {
        var id = await WriteAsync(Mail(to));
        await Sender.SendDueAsync(Stop);

        Assert.Empty(Recipients());
        Assert.Equal(MailFailure.Malformed, (await RowAsync(id)).Failure);
    }

    [Fact]
    public async Task An_answer_address_that_hides_another_is_given_up()
    {
        var id = await WriteAsync(Mail() with { ReplyTo = new ReplyTo($"referent@example.org{Attack}", "Zoé") });
        await Sender.SendDueAsync(Stop);

        Assert.Empty(Sink.Mails);
        Assert.Equal(MailFailure.Malformed, (await RowAsync(id)).Failure);
    }

    [Fact]
    public async Task A_name_with_quotes_and_brackets_remains_a_name()
    {
        await WriteAsync(Mail() with { ToName = "\"Léa\" <tous@example.org>, Paul" });
        await Sender.SendDueAsync(Stop);

        Assert.Equal(["lea@example.org"], Recipients());
        Assert.Single(Sink.Mails);
    }

    private List<string> Recipients() => [.. Sink.Overheard.Where(line => line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
        .Select(line => Regex.Match(line, "<(.*?)>").Groups[1].Value)];
}
