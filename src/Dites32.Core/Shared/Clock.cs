using System.Globalization;

namespace Dites32.Core.Shared;

/// <summary>French time: instants are kept in UTC, and a deadline is a day in France.</summary>
public static class Clock
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The calendar day in France, which is what a deadline such as « jusqu'au 31 mai » means.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().ParisDay();

    public static DateTimeOffset ToParis(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    public static DateOnly ParisDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToParis().DateTime);

    /// <summary>The instant at which the day begins in France.</summary>
    public static DateTimeOffset StartInParis(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Paris.GetUtcOffset(midnight));
    }

    /// <summary>
    /// The instant at which clocks in France show this hour. Null in the hour that is skipped when summer begins; the first of
    /// the two when it ends.
    /// </summary>
    public static DateTimeOffset? AtInParis(this DateOnly day, TimeOnly hour)
    {
        var shown = day.ToDateTime(hour);
        return Paris.IsInvalidTime(shown) ? null
            : new DateTimeOffset(shown, Paris.IsAmbiguousTime(shown) ? Paris.GetAmbiguousTimeOffsets(shown).Max() : Paris.GetUtcOffset(shown)).ToUniversalTime();
    }

    /// <summary>« 21 novembre 2026 », « 1er mai 2027 »</summary>
    public static string InWords(this DateOnly day) =>
        day.Day == 1 ? $"1er {day.ToString("MMMM yyyy", French)}" : day.ToString("d MMMM yyyy", French);

    /// <summary>« 21 novembre 2026 à 14 h 05 »</summary>
    public static string InWords(this DateTimeOffset instant) => $"{instant.ParisDay().InWords()} à {instant.Hour()}";

    /// <summary>« 14 h 05 »</summary>
    public static string Hour(this DateTimeOffset instant) => instant.ToParis().ToString("H'\u00a0h\u00a0'mm", French);

    /// <summary>« 14 h 05 min 09 s »</summary>
    public static string ToTheSecond(this DateTimeOffset instant) => instant.ToParis().ToString("H'\u00a0h\u00a0'mm'\u00a0min\u00a0'ss'\u00a0s'", French);

    /// <summary>« lundi 2 mars »</summary>
    public static string DayOfWeekInWords(this DateOnly day) => $"{day.ToString("dddd", French)} {(day.Day == 1 ? "1er" : day.Day.ToString(French))} {day.ToString("MMMM", French)}";

    /// <summary>For <c>datetime</c> attributes, feeds and JSON.</summary>
    public static string ForMachines(this DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string ForMachines(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
