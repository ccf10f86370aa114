using System.Globalization;
using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Events;

/// <summary>An event, as text.</summary>
public sealed record EventForm
{
    public string? Kind { get; init; }
    public string? Title { get; init; }
    public string? Day { get; init; }

    /// <summary>In France. An end before the beginning is on the day after.</summary>
    public string? StartsAt { get; init; }
    public string? EndsAt { get; init; }
    public string? Place { get; init; }
    public string? Organiser { get; init; }
    public string? Description { get; init; }

    /// <summary>Nothing: as many as like.</summary>
    public string? Seats { get; init; }
    public string? RegisterUntil { get; init; }
    public string? Cost { get; init; }
}

/// <summary>Reads the form, and says all that is wrong with it at once.</summary>
internal static class EventFormReader
{
    private const int MonthsAround = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(16);

    public static Result<EventProfile> Read(EventForm form, Semester semester, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        SemesterEventKind? kind = Enum.TryParse<SemesterEventKind>(form.Kind, out var known) && known.ToString() == form.Kind ? known : null;
        errors.Require(kind is not null, nameof(form.Kind), "Choisissez la nature de l'événement.");
        var title = errors.Text(nameof(form.Title), form.Title, SemesterEvent.MaxTitleLength);
        errors.Require(title.Length > 0, nameof(form.Title), "Écrivez le titre de l'événement.");
        var place = errors.Text(nameof(form.Place), form.Place, SemesterEvent.MaxPlaceLength);
        errors.Require(place.Length > 0, nameof(form.Place), "Écrivez le lieu, ou «\u00a0par téléphone\u00a0».");
        var organiser = errors.Text(nameof(form.Organiser), form.Organiser, SemesterEvent.MaxOrganiserLength);
        var description = errors.Text(nameof(form.Description), form.Description, SemesterEvent.MaxDescriptionLength);
        var cost = errors.Text(nameof(form.Cost), form.Cost, SemesterEvent.MaxCostLength);
        var (first, last) = (semester.StartsOn.AddMonths(-MonthsAround), semester.EndsOn.AddMonths(MonthsAround));
        var day = errors.Take(nameof(form.Day), TypedDay.Read(form.Day, first, last));
        errors.Require(day is not null, nameof(form.Day), "Choisissez le jour.");
        var starts = At(day, form.StartsAt, nameof(form.StartsAt), errors);
        var ends = At(day, form.EndsAt, nameof(form.EndsAt), errors);
        ends = ends < starts ? At(day?.AddDays(1), form.EndsAt, nameof(form.EndsAt), errors) : ends;
        errors.Require(starts is null || starts > now, nameof(form.StartsAt), "Choisissez un moment à venir.");
        errors.Require(
            starts is null || ends is null || (ends > starts && ends - starts <= Longest), nameof(form.EndsAt), "Choisissez une fin après le début, seize heures plus tard au plus.");
        var until = errors.Take(nameof(form.RegisterUntil), TypedDay.Read(form.RegisterUntil, first, last));
        errors.Require(until is null || day is null || until <= day, nameof(form.RegisterUntil), "Choisissez un jour qui n'est pas après l'événement.");
        var seats = Seats(form.Seats, errors);
        return errors.Error is { } error ? error : new EventProfile(
            kind!.Value, title, starts!.Value, ends!.Value, place, OrNull(organiser), OrNull(description), seats, until, OrNull(cost));
    }

    private static int? Seats(string? typed, FieldErrors errors)
    {
        var text = PlainText.Clean(typed);
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= SemesterEvent.MaxSeats;
        errors.Require(text.Length == 0 || isNumber, nameof(EventForm.Seats), $"Écrivez un nombre de 1 à {SemesterEvent.MaxSeats}, ou rien si le nombre n'est pas limité.");
        return isNumber ? seats : null;
    }

    private static DateTimeOffset? At(DateOnly? day, string? typed, string field, FieldErrors errors)
    {
        if (TypedHour.Read(typed) is not { } hour)
        {
            errors.Add(field, TypedHour.Wrong);
            return null;
        }

        var at = day?.AtInParis(hour);
        errors.Require(day is null || at is not null, field, "Cette heure n'existe pas ce jour-là\u00a0: on passe à l'heure d'été.");
        return at;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
