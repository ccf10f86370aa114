using System.Text;

namespace Dites32.Core.Shared;

/// <param name="Number">Where the line begins in the file, from 1; a quoted cell may hold several lines.</param>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Cells);

/// <summary>
/// A CSV file as spreadsheets write it (RFC 4180): UTF-8 with or without its mark, or Windows-1252; « ; » or « , », by the
/// first line; quoted cells. Empty lines are left out.
/// </summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Result<string> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return CsvErrors.NotText; // a workbook, or text of two bytes a letter
        }

        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    public static Result<IReadOnlyList<CsvLine>> Read(string text)
    {
        var (lines, cells, cell) = (new List<CsvLine>(), new List<string>(), new StringBuilder());
        var (separator, line, begun) = (SeparatorOf(text), 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && cell.Length == 0)
            {
                var end = ReadQuoted(text, i + 1, cell);
                if (end < 0)
                {
                    return CsvErrors.OpenQuote;
                }

                line += text.AsSpan(i, end - i).Count('\n');
                i = end;
            }
            else if (text[i] == separator)
            {
                EndCell();
            }
            else if (text[i] is '\r' or '\n')
            {
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                EndLine();
                begun = ++line;
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        EndLine();
        return lines;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndLine()
        {
            EndCell();
            if (cells.Exists(c => !string.IsNullOrWhiteSpace(c)))
            {
                lines.Add(new CsvLine(begun, [.. cells]));
            }

            cells.Clear();
        }
    }

    /// <summary>The index of the closing quote; -1 without one. Two quotes are one.</summary>
    private static int ReadQuoted(string text, int from, StringBuilder cell)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else
            {
                return i;
            }
        }

        return -1;
    }

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return first.Contains(';') || !first.Contains(',') ? ';' : ',';
    }
}
