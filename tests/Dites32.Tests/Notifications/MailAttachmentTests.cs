using Dites32.Core.Notifications;

namespace Dites32.Tests.Notifications;

/// <summary>A file that goes with a mail, as the mailbox receives it.</summary>
public sealed class MailAttachmentTests : OutboxTest
{
    private static readonly MailAttachment File = new("invitation.ics", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:Dites32 à 2 – rendez-vous\r\nEND:VCALENDAR\r\n");

    [Fact]
    public async Task A_file_arrives_with_the_text_of_its_mail_and_nothing_of_either_is_left()
    {
        var mail = Mail() with { Attachment = File };
        var id = await WriteAsync(mail);
        Assert.Equal(mail.Body, await WithOutboxAsync(outbox => outbox.ReadBodyAsync(id, Stop)));
        Assert.DoesNotContain("VCALENDAR", (await RowAsync(id)).ProtectedBody, StringComparison.Ordinal);

        await Sender.SendDueAsync(Stop);

        var received = Assert.Single(Sink.Mails);
        Assert.Equal(mail.Body, received.Body);
        var (headers, content) = received.File("invitation.ics");
        Assert.Equal(File.Text, content);
        foreach (var said in new[] { "text/calendar;", "method=REQUEST", "charset=utf-8", "name=invitation.ics", "Content-Disposition: attachment" })
        {
            Assert.Contains(said, headers, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Null((await RowAsync(id)).ProtectedBody);
    }

    [Fact]
    public void A_mail_written_before_files_were_known_is_read_as_it_is()
    {
        Assert.Equal(new MailContent("Bonjour,\n\nUn texte.", null), MailContent.Unpack("Bonjour,\n\nUn texte."));
        Assert.Equal(new MailContent("Un texte.", File), MailContent.Unpack(new MailContent("Un texte.", File).Pack()));
    }

    [Fact]
    public void What_somebody_typed_cannot_pass_for_a_file()
    {
        var content = MailContent.Unpack(new MailContent("Un\u001etexte\u001etext/html\u001e<b>", null).Pack());

        Assert.Equal(new MailContent("Un texte text/html <b>", null), content);
    }
}
