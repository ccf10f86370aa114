using System.Globalization;
using System.Text;
using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>
/// Looks for the names that make a PDF act. Among the objects, the name alone is enough. Inside texts and streams, where
/// « HTML/JavaScript » is a skill and compressed bytes read like anything, only a whole action counts (<c>/S /JavaScript</c>):
/// a reader can be led there by the table of objects. Streams are not decompressed.
/// </summary>
internal sealed class PdfScan
{
    private const string EndOfStream = "endstream";
    private const int MaxName = 64; // the longest name looked for, each letter written #xx

    private readonly StringBuilder name = new(MaxName);
    private readonly StringBuilder word = new(16);
    private Place place;
    private bool isInName;
    private bool isInGap;
    private bool isEscaped;
    private int depth;
    private int matched;
    private string? previous;
    private Error? error;

    private enum Place { Objects, Comment, Text, Stream }

    public bool HasRoot { get; private set; }

    public Error? Read(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            var c = (char)b;
            ReadNames(c);
            ReadPlace(c);
        }

        return error;
    }

    private void ReadNames(char c)
    {
        if (isInName)
        {
            if (IsRegular(c))
            {
                if (name.Length <= MaxName)
                {
                    name.Append(c);
                }

                return;
            }

            isInName = false;
            EndName(Decode(name.ToString()));
        }

        if (isInGap)
        {
            isInGap = c is not ('\r' or '\n');
        }
        else if (c == '/')
        {
            isInName = true;
            name.Clear();
        }
        else if (c == '%' && previous is not null)
        {
            isInGap = true; // a comment between two names is a space
        }
        else if (!IsSpace(c))
        {
            previous = null;
        }
    }

    private void EndName(string ended)
    {
        var isVisible = place == Place.Objects;
        var isWholeAction = (previous, ended) is ("S", "JavaScript" or "Launch" or "Rendition") or ("Type", "EmbeddedFile");
        if (isWholeAction || (isVisible && ended is ("JavaScript" or "JS" or "Launch" or "EmbeddedFile")))
        {
            error ??= DocumentErrors.Active;
        }
        else if (isVisible && ended == "Encrypt")
        {
            error ??= DocumentErrors.Protected;
        }

        HasRoot |= isVisible && ended == "Root";
        previous = ended;
    }

    private void ReadPlace(char c)
    {
        switch (place)
        {
            case Place.Comment when c is '\r' or '\n':
                place = Place.Objects;
                break;
            case Place.Text:
                ReadText(c);
                break;
            case Place.Stream:
                matched = c == EndOfStream[matched] ? matched + 1 : matched == 7 && c == 'n' ? 2 : c == 'e' ? 1 : 0;
                if (matched == EndOfStream.Length)
                {
                    (place, matched) = (Place.Objects, 0);
                }

                break;
            case Place.Objects:
                ReadObjects(c);
                break;
        }
    }

    private void ReadText(char c)
    {
        if (isEscaped || c == '\\')
        {
            isEscaped = !isEscaped;
        }
        else if (c == '(')
        {
            depth++;
        }
        else if (c == ')' && --depth == 0)
        {
            place = Place.Objects;
        }
    }

    private void ReadObjects(char c)
    {
        if (IsRegular(c))
        {
            if (word.Length < 8)
            {
                word.Append(c);
            }

            return;
        }

        var isStream = word.Equals("stream") && IsSpace(c);
        word.Clear();
        if (isStream)
        {
            place = Place.Stream;
        }
        else if (c == '%')
        {
            place = Place.Comment;
        }
        else if (c == '(')
        {
            (place, depth) = (Place.Text, 1);
        }
    }

    /// <summary><c>/J#61vaScript</c> is another way to write <c>/JavaScript</c>.</summary>
    private static string Decode(string written)
    {
        if (!written.Contains('#', StringComparison.Ordinal))
        {
            return written;
        }

        var decoded = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length
                && byte.TryParse(written.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                i += 2;
            }
            else
            {
                decoded.Append(written[i]);
            }
        }

        return decoded.ToString();
    }

    private static bool IsSpace(char c) => c is '\0' or '\t' or '\n' or '\f' or '\r' or ' ';

    private static bool IsRegular(char c) =>
        !IsSpace(c) && c is not ('(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%');
}
