using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;

namespace Dites32.Core.Notifications;

/// <summary>A mail as it was written to the folder.</summary>
public sealed record DevelopmentMail(Guid Id, DateTimeOffset At, string To, string Subject, string Body);

/// <summary>Writes mails to a folder, one .eml each, and reads them again for the developer's pages.</summary>
internal sealed partial class MailFolder(MailSettings settings, Portal portal, IHostEnvironment? environment = null) : IMailTransport
{
    private const int Longest = 200;

    /// <summary>Whether the mails may be read in the browser: never outside development.</summary>
    public bool IsOpen => settings.Folder is not null && environment?.IsDevelopment() == true;

    private string Folder => Path.GetFullPath(
        settings.Folder ?? throw new InvalidOperationException("The setting Mail:Folder is missing."),
        environment?.ContentRootPath ?? Directory.GetCurrentDirectory());

    public async Task<MailOutcome> SendAsync(OutgoingMail mail)
    {
        try
        {
            using var message = mail.ToMessage(settings.From, portal.Host);
            message.BodyTransferEncoding = TransferEncoding.EightBit; // so that an editor or grep finds a link

            // Written beside the folder's mails, then renamed: a reader never sees half a mail.
            var draft = Directory.CreateDirectory(Path.Combine(Folder, $".{mail.Id}"));
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft.FullName })
            {
                await client.SendMailAsync(message);
            }

            File.Move(draft.GetFiles().Single().FullName, PathOf(mail.Id), overwrite: true);
            draft.Delete(recursive: true);
            return MailOutcome.Sent;
        }
        catch (FormatException)
        {
            return MailOutcome.Never(MailFailure.Malformed);
        }
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<DevelopmentMail> List() => !Directory.Exists(Folder)
        ? []
        : [.. new DirectoryInfo(Folder).EnumerateFiles("*.eml")
            .OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal)
            .Take(Longest)
            .Select(file => Guid.TryParse(Path.GetFileNameWithoutExtension(file.Name), out var id) ? Read(id) : null)
            .OfType<DevelopmentMail>()];

    public DevelopmentMail? Read(Guid id)
    {
        var file = new FileInfo(PathOf(id));
        if (!file.Exists)
        {
            return null;
        }

        var parts = File.ReadAllText(file.FullName).ReplaceLineEndings("\n").Split("\n\n", 2);
        var headers = Continuation().Replace(parts[0], " ").Split('\n');
        return new DevelopmentMail(id, file.LastWriteTimeUtc, Header(headers, "To"), Header(headers, "Subject"), TextOf(headers, parts.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary>Of a mail with a file, its first part.</summary>
    private static string TextOf(string[] headers, string body) =>
        Boundary().Match(Header(headers, "Content-Type")) is { Success: true } found
            ? body.Split($"--{found.Groups[1].Value}").ElementAtOrDefault(1)?.Split("\n\n", 2).ElementAtOrDefault(1)?.TrimEnd('\n') ?? body
            : body;

    private string PathOf(Guid id) => Path.Combine(Folder, $"{id}.eml");

    private static string Header(string[] headers, string name)
    {
        var value = headers.FirstOrDefault(h => h.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
        return EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), word =>
            word.Groups[1].Value is "B" or "b"
                ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
                : Uri.UnescapeDataString(word.Groups[2].Value.Replace("%", "=25", StringComparison.Ordinal).Replace('_', ' ').Replace('=', '%')));
    }

    [GeneratedRegex("^multipart/.*boundary=\"?([^\";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Continuation();

    // RFC 2047: the space between two encoded words is not part of the text.
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
