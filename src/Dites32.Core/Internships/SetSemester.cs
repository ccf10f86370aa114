using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Adds a semester with the two days that the authorities have published. Sent again, it is one semester. Errors:
/// semester.wrong-length, semester.overlaps.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddSemester(Guid SubmissionId, string? StartsOn, string? EndsOn) : ICommand<Result<Guid>>, ISubmission;

/// <summary>
/// Puts the days of a semester right; assignments to the whole of it follow. Errors: semester.not-found, semester.wrong-length,
/// semester.overlaps, semester.has-other-days, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the semester as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectSemester(Guid SemesterId, uint Version, string? StartsOn, string? EndsOn) : ICommand<Result>, IVersioned;

internal sealed class SetSemesterHandler(AppDbContext db) : IRequestHandler<AddSemester, Result<Guid>>, IRequestHandler<CorrectSemester, Result>
{
    public async Task<Result<Guid>> Handle(AddSemester command, CancellationToken cancellationToken)
    {
        var days = Read(command.StartsOn, command.EndsOn);
        if (days.Error is not null)
        {
            return days.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.Semesters.AnyAsync(s => s.Id == command.SubmissionId, cancellationToken))
        {
            return command.SubmissionId;
        }

        var semester = Semester.Of(command.SubmissionId, days.Value.StartsOn, days.Value.EndsOn);
        if (semester.Error is not null)
        {
            return semester.Error;
        }

        db.Add(semester.Value);
        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectSemester command, CancellationToken cancellationToken)
    {
        var days = Read(command.StartsOn, command.EndsOn);
        if (days.Error is not null)
        {
            return days.Error;
        }

        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken) is not { } semester)
        {
            return SemesterErrors.NotFound;
        }

        if (db.Entry(semester).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var (start, end) = (semester.StartsOn, semester.EndsOn);
        if (semester.Correct(days.Value.StartsOn, days.Value.EndsOn).Error is { } error)
        {
            return error;
        }

        var assignments = await db.Assignments.Where(a => a.SemesterId == semester.Id).ToListAsync(cancellationToken);
        return assignments.Exists(a => !a.Follow(start, end, semester)) ? SemesterErrors.HasOtherDays : Result.Success;
    }

    private static Result<(DateOnly StartsOn, DateOnly EndsOn)> Read(string? startsOn, string? endsOn)
    {
        var errors = new FieldErrors();
        var (first, last) = (new DateOnly(2016, 1, 1), new DateOnly(2099, 12, 31));
        var start = errors.Take(nameof(AddSemester.StartsOn), TypedDay.Read(startsOn, first, last));
        var end = errors.Take(nameof(AddSemester.EndsOn), TypedDay.Read(endsOn, first, last));
        errors.Require(start is not null, nameof(AddSemester.StartsOn), "Écrivez le premier jour du semestre.");
        errors.Require(end is not null, nameof(AddSemester.EndsOn), "Écrivez le dernier jour du semestre.");
        return errors.Error is { } error ? error : (start!.Value, end!.Value);
    }
}
