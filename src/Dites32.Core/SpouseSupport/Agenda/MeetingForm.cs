using System.Globalization;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>A meeting, as text.</summary>
public sealed record MeetingForm
{
    public string? Day { get; init; }

    /// <summary>In France, as a time field posts it (14:30), or as a person writes it (14 h 30).</summary>
    public string? Hour { get; init; }
    public string? Minutes { get; init; }
    public string? Way { get; init; }
    public string? Place { get; init; }

    /// <summary>The caseworker who is there.</summary>
    public string? OwnerId { get; init; }
}

/// <summary>Reads the form, and says all that is wrong with it at once.</summary>
internal sealed class MeetingFormReader(Caseworkers caseworkers, TimeProvider clock)
{
    private const int MaxYears = 1;

    public async Task<Result<MeetingTime>> ReadAsync(MeetingForm form, CancellationToken cancellationToken)
    {
        var (errors, today) = (new FieldErrors(), clock.Today());
        var day = errors.Take(nameof(form.Day), TypedDay.Read(form.Day, today, today.AddYears(MaxYears)));
        errors.Require(day is not null, nameof(form.Day), "Choisissez le jour du rendez-vous.");
        var starts = day is null ? null : At(day.Value, form.Hour, errors);
        errors.Require(day is not null || TypedHour.Read(form.Hour) is not null, nameof(form.Hour), TypedHour.Wrong);
        var hasMinutes = int.TryParse(form.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes);
        errors.Require(hasMinutes && minutes is >= SpouseMeeting.FewestMinutes and <= SpouseMeeting.MostMinutes, nameof(form.Minutes), "Choisissez une durée.");
        MeetingWay? way = Enum.TryParse<MeetingWay>(form.Way, out var known) && known.ToString() == form.Way ? known : null;
        errors.Require(way is not null, nameof(form.Way), "Dites comment vous vous voyez.");
        var place = errors.Text(nameof(form.Place), form.Place, SpouseMeeting.MaxPlaceLength);
        errors.Require(way != MeetingWay.InPerson || place.Length > 0, nameof(form.Place), "Écrivez le lieu.");
        errors.Require(
            way != MeetingWay.Video || (Uri.TryCreate(place, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps), nameof(form.Place),
            "Écrivez le lien complet, qui commence par https://.");
        var owner = await caseworkers.FindAsync(Guid.TryParse(form.OwnerId, out var id) ? id : null, cancellationToken);
        errors.Require(owner is not null, nameof(form.OwnerId), "Choisissez une personne de la liste.");
        return errors.Error is { } error ? error : new MeetingTime(starts!.Value, minutes, way!.Value, place.Length == 0 ? null : place, owner!.Id);
    }

    private DateTimeOffset? At(DateOnly day, string? typed, FieldErrors errors)
    {
        if (TypedHour.Read(typed) is not { } hour)
        {
            errors.Add(nameof(MeetingForm.Hour), TypedHour.Wrong);
            return null;
        }

        var at = day.AtInParis(hour);
        errors.Require(at is not null, nameof(MeetingForm.Hour), "Cette heure n'existe pas ce jour-là\u00a0: on passe à l'heure d'été.");
        errors.Require(at is null || at > clock.GetUtcNow(), nameof(MeetingForm.Hour), "Choisissez une heure à venir.");
        return at;
    }
}
