using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Whether the intern may say what they think of a semester, or has. Never what they said: nobody can tell. Errors: intern-space.no-file, opinion.not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyOpinion(Guid AssignmentId) : IQuery<Result<MyOpinion>>;

/// <param name="Until">The last day.</param>
public sealed record MyOpinion(Guid AssignmentId, string Placement, DateOnly SemesterStartsOn, bool IsGiven, bool IsOpen, DateOnly Until);

/// <summary>A semester that the intern may be asked about.</summary>
internal sealed record AskedOpinion(Guid AssignmentId, Guid PlacementId, string Placement, DateOnly SemesterStartsOn, DateOnly SemesterEndsOn, bool IsGiven)
{
    public DateOnly Until => SemesterEndsOn.AddDays(GiveOpinion.DaysAfter);

    public bool IsOpen(DateOnly today) => today >= SemesterEndsOn.AddDays(-GiveOpinion.DaysBefore) && today <= Until;

    public MyOpinion On(DateOnly today) => new(AssignmentId, Placement, SemesterStartsOn, IsGiven, IsOpen(today), Until);
}

internal sealed class GetMyOpinionHandler(AppDbContext db, InternAccess access, TimeProvider clock) : IRequestHandler<GetMyOpinion, Result<MyOpinion>>
{
    public async Task<Result<MyOpinion>> Handle(GetMyOpinion query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        return await db.OpinionsOf(intern.Id, query.AssignmentId).SingleOrDefaultAsync(cancellationToken) is { } asked
            ? asked.On(clock.Today())
            : OpinionErrors.NotFound;
    }
}

internal static class AskedOpinions
{
    /// <summary>About each placement of the intern; the latest first.</summary>
    /// <param name="assignmentId">One of them only.</param>
    public static IQueryable<AskedOpinion> OpinionsOf(this AppDbContext db, Guid internId, Guid? assignmentId = null) =>
        from a in db.Assignments
        join s in db.Semesters on a.SemesterId equals s.Id
        join p in db.Placements on a.PlacementId equals p.Id
        where a.InternId == internId && (assignmentId == null || a.Id == assignmentId)
        orderby s.StartsOn descending
        select new AskedOpinion(a.Id, p.Id, p.Name, s.StartsOn, s.EndsOn, db.OpinionsGiven.Any(g => g.AssignmentId == a.Id));
}
