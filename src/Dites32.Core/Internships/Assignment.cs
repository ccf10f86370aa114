using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public enum AssignmentKind
{
    /// <summary>In a placement of the Gers.</summary>
    Placement,

    /// <summary>In another place, for a semester (inter-CHU, or a placement of another département).</summary>
    Elsewhere,

    /// <summary>Availability, sick leave, parental leave: nothing says which.</summary>
    Leave,
}

public enum AssignmentOutcome { Awaited, Validated, NotValidated }

/// <summary>
/// Where an intern is in a semester, and what became of it (affectation). A place of a placement is a seat, and no seat has two
/// interns at once; no intern is in two places at once. Both are exclusion constraints.
/// </summary>
internal sealed class Assignment
{
    public const int MaxWhereLength = 160, MonthsOfSemester = 6;

    private Assignment() { }

    public Guid Id { get; private init; }
    public Guid InternId { get; private init; }
    public Guid SemesterId { get; private init; }
    public AssignmentKind Kind { get; private init; }
    public Guid? PlacementId { get; private set; }

    /// <summary>From 1 to the capacity; null for an intern in excess (surnombre), and outside a placement.</summary>
    public int? Seat { get; private set; }

    /// <summary>What it counts for; null for a leave.</summary>
    public TrainingSlot? Slot { get; private set; }

    /// <summary>The place, where it is elsewhere.</summary>
    public string? Where { get; private init; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public AssignmentOutcome Outcome { get; private set; }

    /// <summary>Of presence; null before the end.</summary>
    public int? MonthsPresent { get; private set; }

    public static Assignment To(Guid id, Guid internId, Semester semester, Guid placementId, int? seat, TrainingSlot slot) => new()
    {
        Id = id,
        InternId = internId,
        SemesterId = semester.Id,
        Kind = AssignmentKind.Placement,
        PlacementId = placementId,
        Seat = seat,
        Slot = slot,
        StartsOn = semester.StartsOn,
        EndsOn = semester.EndsOn,
    };

    /// <param name="slot">Null for a leave.</param>
    public static Assignment Away(Guid id, Guid internId, Semester semester, AssignmentKind kind, TrainingSlot? slot, string? where) => new()
    {
        Id = id,
        InternId = internId,
        SemesterId = semester.Id,
        Kind = kind,
        Slot = kind == AssignmentKind.Leave ? null : slot,
        Where = kind == AssignmentKind.Leave ? null : where,
        StartsOn = semester.StartsOn,
        EndsOn = semester.EndsOn,
    };

    /// <summary>Another placement, or another slot; what was validated stays where it was done.</summary>
    public Result Move(Guid placementId, int? seat, TrainingSlot slot)
    {
        if (Kind != AssignmentKind.Placement || Outcome != AssignmentOutcome.Awaited)
        {
            return AssignmentErrors.IsOver;
        }

        (PlacementId, Seat, Slot) = (placementId, seat, slot);
        return Result.Success;
    }

    /// <summary>The days within the semester, where they are not all of it.</summary>
    /// <param name="seat">One that is free in these days.</param>
    public Result Last(DateOnly startsOn, DateOnly endsOn, Semester semester, int? seat)
    {
        if (startsOn < semester.StartsOn || endsOn > semester.EndsOn || endsOn < startsOn)
        {
            return AssignmentErrors.OutsideSemester;
        }

        (StartsOn, EndsOn, Seat) = (startsOn, endsOn, seat);
        return Result.Success;
    }

    /// <summary>The semester's days have been corrected: an assignment to the whole of it follows.</summary>
    /// <returns>False when its own days no longer fit.</returns>
    public bool Follow(DateOnly oldStart, DateOnly oldEnd, Semester semester)
    {
        (StartsOn, EndsOn) = (StartsOn == oldStart ? semester.StartsOn : StartsOn, EndsOn == oldEnd ? semester.EndsOn : EndsOn);
        return StartsOn >= semester.StartsOn && EndsOn <= semester.EndsOn && StartsOn <= EndsOn;
    }

    /// <param name="monthsToValidate">Of presence, by the residency.</param>
    public Result Conclude(AssignmentOutcome outcome, int? monthsPresent, int monthsToValidate, DateOnly today)
    {
        if (Kind == AssignmentKind.Leave)
        {
            return AssignmentErrors.LeaveCountsForNothing;
        }

        if (outcome == AssignmentOutcome.Awaited)
        {
            (Outcome, MonthsPresent) = (outcome, null);
            return Result.Success;
        }

        if (monthsPresent is not (>= 0 and <= MonthsOfSemester))
        {
            return AssignmentErrors.WrongMonths;
        }

        if (outcome == AssignmentOutcome.Validated)
        {
            if (monthsPresent < monthsToValidate)
            {
                return AssignmentErrors.TooShort(monthsToValidate);
            }

            if (StartsOn.AddMonths(monthsToValidate) > today)
            {
                return AssignmentErrors.TooEarly;
            }
        }

        (Outcome, MonthsPresent) = (outcome, monthsPresent);
        return Result.Success;
    }
}

public static class AssignmentLabels
{
    public static string Label(this AssignmentKind kind) => kind switch
    {
        AssignmentKind.Placement => "Terrain du Gers",
        AssignmentKind.Elsewhere => "Hors du Gers (inter-CHU…)",
        AssignmentKind.Leave => "Disponibilité ou congé",
    };

    public static string Label(this AssignmentOutcome outcome) => outcome switch
    {
        AssignmentOutcome.Awaited => "À valider",
        AssignmentOutcome.Validated => "Validé",
        AssignmentOutcome.NotValidated => "Non validé",
    };
}
