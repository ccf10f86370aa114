namespace Dites32.Core.Notifications;

/// <summary>A file that goes with a mail: text, such as an invitation to a meeting.</summary>
/// <param name="MediaType">With its parameters: « text/calendar; method=REQUEST ».</param>
internal sealed record MailAttachment(string Name, string MediaType, string Text);

/// <summary>What a mail says, and what goes with it: one secret, encrypted, sent and erased together.</summary>
internal sealed record MailContent(string Text, MailAttachment? Attachment)
{
    /// <summary>Between the parts: a control character that no mail needs (record separator).</summary>
    private const char Border = '\u001e';

    public string Pack() => string.Join(Border, Parts.Select(part => part.Replace(Border, ' ')));

    /// <summary>What <see cref="Pack"/> has written; a text without a border is a mail without a file.</summary>
    public static MailContent Unpack(string packed) => packed.Split(Border) switch
    {
        [var text, var name, var type, var file] => new MailContent(text, new MailAttachment(name, type, file)),
        _ => new MailContent(packed, null),
    };

    private IEnumerable<string> Parts => Attachment is null ? [Text] : [Text, Attachment.Name, Attachment.MediaType, Attachment.Text];
}
