using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Housing;

/// <summary>An intern has a room from a day to another. No room has two interns on a day, and no intern two rooms: exclusion constraints.</summary>
internal sealed class HousingBooking
{
    /// <summary>People arrive before the first day of a semester, and leave after the last.</summary>
    public const int MarginDays = 14;

    private HousingBooking() { }

    public Guid Id { get; private init; }
    public Guid RoomId { get; private set; }
    public Guid InternId { get; private init; }
    public Guid SemesterId { get; private init; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }

    /// <summary>Those who live there may know their name and telephone.</summary>
    public bool IsKnownToFlatmates { get; private set; }

    public static Result<HousingBooking> Of(
        Guid id, Guid roomId, Guid internId, Semester semester, DateOnly startsOn, DateOnly endsOn, bool isKnownToFlatmates)
    {
        var booking = new HousingBooking { Id = id, InternId = internId, SemesterId = semester.Id, IsKnownToFlatmates = isKnownToFlatmates };
        return booking.Change(roomId, startsOn, endsOn, semester).Error is { } error ? error : booking;
    }

    public Result Change(Guid roomId, DateOnly startsOn, DateOnly endsOn, Semester semester)
    {
        if (Check(startsOn, endsOn, semester).Error is { } error)
        {
            return error;
        }

        (RoomId, StartsOn, EndsOn) = (roomId, startsOn, endsOn);
        return Result.Success;
    }

    public void ShowToFlatmates(bool isKnown) => IsKnownToFlatmates = isKnown;

    /// <summary>Days that a stay for this semester may have; a request's too.</summary>
    public static Result Check(DateOnly startsOn, DateOnly endsOn, Semester semester) =>
        endsOn < startsOn ? HousingErrors.EndsBefore
        : startsOn < semester.StartsOn.AddDays(-MarginDays) || endsOn > semester.EndsOn.AddDays(MarginDays) ? HousingErrors.OutsideSemester
        : Result.Success;
}
