using System.Text;
using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>A PDF from its first byte to its last, not encrypted, without script, launched program or embedded file.</summary>
internal static class PdfRules
{
    private static readonly string[] Markup = ["<html", "<script", "<!doctype", "<body", "<iframe", "<svg", "<?php"];

    public static Error? Check(Stream file)
    {
        var buffer = new byte[64 * 1024];
        file.Position = 0;
        var start = Encoding.Latin1.GetString(buffer, 0, file.ReadAtLeast(buffer.AsSpan(0, 1024), 1024, throwOnEndOfStream: false));
        if (start.Length < 8 || start[5] is not ('1' or '2') || start[6] != '.' || !char.IsAsciiDigit(start[7]))
        {
            return DocumentErrors.Damaged;
        }

        if (Markup.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase)))
        {
            return DocumentErrors.KindRefused; // also a web page to whoever guesses by the first bytes
        }

        if (!HasTrailer(file, buffer))
        {
            return DocumentErrors.Damaged;
        }

        var scan = new PdfScan();
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (scan.Read(buffer.AsSpan(0, read)) is { } error)
            {
                return error;
            }
        }

        return scan.HasRoot ? null : DocumentErrors.Damaged;
    }

    /// <summary>The file ends with its <c>startxref</c> and <c>%%EOF</c>: nothing was cut, and nothing was added behind.</summary>
    private static bool HasTrailer(Stream file, byte[] buffer)
    {
        var length = (int)Math.Min(file.Length, 4096);
        file.Position = file.Length - length;
        file.ReadExactly(buffer, 0, length);
        var end = Encoding.Latin1.GetString(buffer, 0, length).TrimEnd('\0', '\t', '\n', '\f', '\r', ' ');
        return end.EndsWith("%%EOF", StringComparison.Ordinal) && end.Contains("startxref", StringComparison.Ordinal);
    }
}
