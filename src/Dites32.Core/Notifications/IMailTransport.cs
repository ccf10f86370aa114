using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Dites32.Core.Notifications;

/// <summary>
/// How mails leave: by SMTP, or into a folder. The one interface with a second implementation to come: a client that
/// also does implicit TLS and DKIM replaces <see cref="SmtpTransport"/> without touching the outbox.
/// </summary>
internal interface IMailTransport
{
    Task<MailOutcome> SendAsync(OutgoingMail mail);
}

internal sealed record OutgoingMail(Guid Id, string To, string? ToName, string Subject, string Body, ReplyTo ReplyTo, MailAttachment? Attachment = null)
{
    /// <exception cref="FormatException">An address cannot be written.</exception>
    public MailMessage ToMessage(MailAddress from, string host)
    {
        var message = new MailMessage
        {
            From = from,
            Subject = Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable, // a paragraph may be longer than the 998 characters of a line
        };
        message.To.Add(Mailbox(To, ToName));
        message.ReplyToList.Add(Mailbox(ReplyTo.Address, ReplyTo.Name));
        message.Headers.Add("Message-ID", $"<{Id}@{host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // no holiday answers (RFC 3834)
        if (Attachment is not null)
        {
            message.Attachments.Add(PartOf(Attachment));
        }

        return message;
    }

    private static Attachment PartOf(MailAttachment file)
    {
        var type = new ContentType(file.MediaType) { CharSet = "utf-8", Name = file.Name };
        var part = new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(file.Text)), type) { TransferEncoding = TransferEncoding.Base64 };
        part.ContentDisposition!.FileName = file.Name;
        return part;
    }

    /// <summary>MailAddress reads « a@x, b@y » as b@y, with a name: the mail would go where nobody meant it to.</summary>
    private static MailAddress Mailbox(string address, string? name)
    {
        var mailbox = new MailAddress(address, name, Encoding.UTF8);
        return mailbox.Address == address ? mailbox : throw new FormatException("This is more than one address.");
    }
}

internal enum MailFate { Sent, Later, Never }

/// <param name="Failure">The SMTP status or one of <see cref="MailFailure"/>; null when the mail was accepted.</param>
internal sealed record MailOutcome(MailFate Fate, string? Failure = null)
{
    public static MailOutcome Sent { get; } = new(MailFate.Sent);
    public static MailOutcome Later(string failure) => new(MailFate.Later, failure);
    public static MailOutcome Never(string failure) => new(MailFate.Never, failure);
}
