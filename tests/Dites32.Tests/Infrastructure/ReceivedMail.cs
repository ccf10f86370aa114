using System.Text;
using System.Text.RegularExpressions;

namespace Dites32.Tests.Infrastructure;

/// <param name="isEncrypted">Whether it came over TLS.</param>
/// <param name="account">Who had signed in to send it; null: nobody.</param>
public sealed partial class ReceivedMail(string recipient, string source, bool isEncrypted, string? account)
{
    private readonly string[] parts = source.Split("\n\n", 2);

    public string Recipient { get; } = recipient;
    public bool IsEncrypted { get; } = isEncrypted;
    public string? Account { get; } = account;

    public string Body => Decode((Pieces is [var text, ..] ? text.Content : parts[1]).Replace("=\n", "", StringComparison.Ordinal)).TrimEnd('\n');

    /// <summary>The headers of the file of this name, and the file as it was before it was put in letters (base64).</summary>
    public (string Headers, string Content) File(string name)
    {
        var piece = Pieces.Single(p => p.Headers.Contains($"filename={name}", StringComparison.Ordinal));
        return (piece.Headers, Encoding.UTF8.GetString(Convert.FromBase64String(piece.Content.ReplaceLineEndings(""))));
    }

    /// <summary>Of a mail with files: its text, then they.</summary>
    private List<(string Headers, string Content)> Pieces =>
        Regex.Match(parts[0].Replace("\n ", " ", StringComparison.Ordinal), "boundary=\"?([^\";\n]+)") is { Success: true } boundary
            ? [.. parts[1].Split($"--{boundary.Groups[1].Value}").Skip(1).SkipLast(1).Select(p => p.TrimStart('\n').Split("\n\n", 2)).Select(p => (p[0].Replace("\n ", " ", StringComparison.Ordinal), p[1]))]
            : [];

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
