using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

/// <summary>
/// Six months of placements. Their days are published by the authorities each time, and nothing here computes them: they are
/// written, and may be corrected.
/// </summary>
internal sealed class Semester
{
    public const int ShortestDays = 120, LongestDays = 245;

    private Semester() { }

    public Guid Id { get; private init; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }

    public static Result<Semester> Of(Guid id, DateOnly startsOn, DateOnly endsOn)
    {
        var semester = new Semester { Id = id };
        return semester.Correct(startsOn, endsOn).Error is { } error ? error : semester;
    }

    public Result Correct(DateOnly startsOn, DateOnly endsOn)
    {
        var days = endsOn.DayNumber - startsOn.DayNumber + 1;
        if (days is < ShortestDays or > LongestDays)
        {
            return SemesterErrors.WrongLength;
        }

        (StartsOn, EndsOn) = (startsOn, endsOn);
        return Result.Success;
    }
}

public static class SemesterNames
{
    /// <summary>« semestre de novembre 2026 ».</summary>
    public static string SemesterName(this DateOnly startsOn) => $"semestre {(startsOn.Month is 4 or 8 or 10 ? "d'" : "de ")}{startsOn.ToString("MMMM yyyy", Clock.French)}";
}
