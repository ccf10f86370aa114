using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Events;

public enum SemesterEventKind
{
    /// <summary>At the beginning, with elected people and doctors of the place.</summary>
    IntegrationEvening,

    /// <summary>By an intercommunalité (EPCI), to show its part of the Gers.</summary>
    Outing,

    /// <summary>Half-way, to hear how it goes.</summary>
    MidTermCall,
    EndOfResidencyEvening,
    Other,
}

public enum SemesterEventState { Draft, Announced, Cancelled }

/// <summary>What a coordinator writes of an event.</summary>
/// <param name="Seats">Null: as many as like.</param>
/// <param name="RegisterUntil">The last day to register; null until it begins.</param>
internal sealed record EventProfile(
    SemesterEventKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? Organiser, string? Description, int? Seats,
    DateOnly? RegisterUntil, string? Cost);

/// <summary>Something that the interns of a semester are invited to.</summary>
internal sealed class SemesterEvent
{
    public const int MaxTitleLength = 120, MaxPlaceLength = 200, MaxOrganiserLength = 120, MaxDescriptionLength = 2000, MaxCostLength = 120, MaxSeats = 500;

    private SemesterEvent() { }

    public Guid Id { get; private init; }
    public Guid SemesterId { get; private init; }
    public SemesterEventState State { get; private set; }
    public SemesterEventKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string Place { get; private set; } = "";
    public string? Organiser { get; private set; }
    public string? Description { get; private set; }
    public int? Seats { get; private set; }
    public DateOnly? RegisterUntil { get; private set; }
    public string? Cost { get; private set; }

    /// <summary>One more with each correction that invitations have to follow.</summary>
    public int Sequence { get; private set; }

    public static SemesterEvent Of(Guid id, Guid semesterId, EventProfile profile)
    {
        var written = new SemesterEvent { Id = id, SemesterId = semesterId };
        written.Write(profile);
        return written;
    }

    public EventProfile Profile() => new(Kind, Title, StartsAt, EndsAt, Place, Organiser, Description, Seats, RegisterUntil, Cost);

    /// <returns>Whether the change is one that those who come have to know.</returns>
    public bool Correct(EventProfile profile)
    {
        var said = Profile() with { Kind = profile.Kind, Seats = profile.Seats, RegisterUntil = profile.RegisterUntil };
        var isNews = State == SemesterEventState.Announced && said != profile;
        Write(profile);
        Sequence += isNews ? 1 : 0;
        return isNews;
    }

    public void Announce() => State = SemesterEventState.Announced;

    public void Cancel()
    {
        State = SemesterEventState.Cancelled;
        Sequence++;
    }

    /// <summary>Whether somebody may still come in: announced, and not begun.</summary>
    public bool IsOpen(DateTimeOffset now) => State == SemesterEventState.Announced && now < StartsAt;

    /// <summary>Whether interns may still register themselves.</summary>
    public bool TakesRegistrations(DateTimeOffset now) => IsOpen(now) && (RegisterUntil is not { } until || now.ParisDay() <= until);

    private void Write(EventProfile profile) =>
        (Kind, Title, StartsAt, EndsAt, Place, Organiser, Description, Seats, RegisterUntil, Cost) =
        (profile.Kind, profile.Title, profile.StartsAt, profile.EndsAt, profile.Place, profile.Organiser, profile.Description, profile.Seats, profile.RegisterUntil, profile.Cost);
}

public static class SemesterEventLabels
{
    public static string Label(this SemesterEventKind kind) => kind switch
    {
        SemesterEventKind.IntegrationEvening => "Soirée d'intégration",
        SemesterEventKind.Outing => "Sortie avec une intercommunalité",
        SemesterEventKind.MidTermCall => "Point de mi-semestre",
        SemesterEventKind.EndOfResidencyEvening => "Soirée de fin d'internat",
        SemesterEventKind.Other => "Autre",
    };

    public static string Label(this SemesterEventState state) => state switch
    {
        SemesterEventState.Draft => "Brouillon",
        SemesterEventState.Announced => "Annoncé",
        SemesterEventState.Cancelled => "Annulé",
    };
}
