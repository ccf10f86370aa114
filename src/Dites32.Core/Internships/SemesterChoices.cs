using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>A semester, to choose from.</summary>
public sealed record SemesterChoice(Guid Id, DateOnly StartsOn, DateOnly EndsOn)
{
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;
}

/// <param name="All">The latest first.</param>
/// <param name="Shown">Null while no semester is written.</param>
internal sealed record SemesterChoices(IReadOnlyList<SemesterChoice> All, SemesterChoice? Shown)
{
    /// <summary>The one that is asked for; else the present one or, between two, the next; without any, the last. Errors: semester.not-found.</summary>
    public static async Task<Result<SemesterChoices>> ReadAsync(AppDbContext db, Guid? asked, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await ListAsync(db, cancellationToken);
        var shown = asked is { } id ? all.Find(s => s.Id == id) : all.FindLast(s => s.EndsOn >= today) ?? all.FirstOrDefault();
        return asked is not null && shown is null ? SemesterErrors.NotFound : new SemesterChoices(all, shown);
    }

    public static Task<List<SemesterChoice>> ListAsync(AppDbContext db, CancellationToken cancellationToken) =>
        db.Semesters.OrderByDescending(s => s.StartsOn).Select(s => new SemesterChoice(s.Id, s.StartsOn, s.EndsOn)).ToListAsync(cancellationToken);
}
