using System.Globalization;

namespace Dites32.Core.Shared;

/// <summary>A day as a date field posts it (2027-05-31), or as a person writes it where the browser has none (31/05/2027).</summary>
public static class TypedDay
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>Null when nothing was typed; an error outside these bounds, so that counting from the day cannot overflow.</summary>
    public static Result<DateOnly?> Read(string? typed, DateOnly first, DateOnly last)
    {
        var text = PlainText.Clean(typed);
        if (text.Length == 0)
        {
            return Result<DateOnly?>.Success(null);
        }

        if (!DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Error(ErrorKind.Invalid, "day", "Écrivez la date ainsi\u00a0: 31/05/2027.");
        }

        return day >= first && day <= last
            ? day
            : new Error(ErrorKind.Invalid, "day", $"Choisissez une date entre le {first.InWords()} et le {last.InWords()}.");
    }
}
