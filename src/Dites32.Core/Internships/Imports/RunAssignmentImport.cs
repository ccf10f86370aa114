using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// What a file does, line by line, the refused ones first, a page at a time: before, as the semester is now; afterwards, only
/// what it has done in numbers. Errors: internship.import-not-found.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record PreviewAssignmentImport(Guid ImportId, int PageNumber) : IQuery<Result<AssignmentImportPreview>>
{
    public const int PageSize = 100;
}

/// <param name="ImportedAt">Null while it is only looked at.</param>
/// <param name="MayBeUndone">It was imported not long ago, and not undone.</param>
/// <param name="Seen">What <see cref="RunAssignmentImport"/> wants to have been seen.</param>
/// <param name="UnreadColumns">Columns that the import does not know.</param>
/// <param name="Lines">Empty once it is done.</param>
public sealed record AssignmentImportPreview(
    string FileName, DateOnly SemesterStartsOn, Guid SemesterId, DateTimeOffset? ImportedAt, DateTimeOffset? UndoneAt, bool MayBeUndone, string Seen, AssignmentCounts Counts,
    IReadOnlyList<string> UnreadColumns, Page<AssignmentLine> Lines);

/// <summary>
/// Takes a file in, all of it but its refused lines, in one transaction; done twice, it is done once. Errors:
/// internship.import-not-found, changed-meanwhile (it would not do what was seen).
/// </summary>
/// <param name="Seen">Of the preview.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RunAssignmentImport(Guid ImportId, string Seen) : ICommand<Result>, IRunsAgain, IByStatements;

internal sealed class RunAssignmentImportHandler(AppDbContext db, AssignmentPlan plan, TimeProvider clock)
    : IRequestHandler<PreviewAssignmentImport, Result<AssignmentImportPreview>>, IRequestHandler<RunAssignmentImport, Result>
{
    public async Task<Result<AssignmentImportPreview>> Handle(PreviewAssignmentImport query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.AssignmentImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.ImportId, cancellationToken) is not { } import)
        {
            return AssignmentImportErrors.NotFound;
        }

        var semester = await db.Semesters.SingleAsync(s => s.Id == import.SemesterId, cancellationToken);
        var isDone = import.ImportedAt is not null;
        if (import.Content is null || isDone)
        {
            return isDone ? Answer([], plan: null, unread: []) : AssignmentImportErrors.NotFound;
        }

        var file = AssignmentFile.Read(import.Content).Value;
        await plan.MakeAsync(file, semester, cancellationToken);
        return Answer([.. plan.Lines.OrderBy(l => l.Assignment == AssignmentLineOutcome.Refused ? 0 : l.Assignment == AssignmentLineOutcome.Unchanged ? 2 : 1).ThenBy(l => l.Number)], plan, file.UnreadColumns);

        AssignmentImportPreview Answer(IReadOnlyList<AssignmentLine> lines, AssignmentPlan? plan, IReadOnlyList<string> unread)
        {
            var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (lines.Count + PreviewAssignmentImport.PageSize - 1) / PreviewAssignmentImport.PageSize));
            return new AssignmentImportPreview(
                import.FileName, semester.StartsOn, semester.Id, import.ImportedAt, import.UndoneAt, import.MayBeUndone(now), plan?.Digest ?? "", plan?.Counts ?? import.Counts(), unread,
                new Page<AssignmentLine>(
                    [.. lines.Skip((int)Page<AssignmentLine>.Offset(number, PreviewAssignmentImport.PageSize)).Take(PreviewAssignmentImport.PageSize)],
                    number, PreviewAssignmentImport.PageSize, lines.Count));
        }
    }

    public async Task<Result> Handle(RunAssignmentImport command, CancellationToken cancellationToken)
    {
        await db.LockAllPlacementsAsync(cancellationToken);
        if (await db.AssignmentImports.SingleOrDefaultAsync(i => i.Id == command.ImportId, cancellationToken) is not { } import)
        {
            return AssignmentImportErrors.NotFound;
        }

        if (import.ImportedAt is not null)
        {
            return Result.Success;
        }

        if (import.Content is null)
        {
            return AssignmentImportErrors.NotFound;
        }

        var semester = await db.Semesters.SingleAsync(s => s.Id == import.SemesterId, cancellationToken);
        await plan.MakeAsync(AssignmentFile.Read(import.Content).Value, semester, cancellationToken);
        if (plan.Digest != command.Seen)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        await db.LeaveSeatsAsync([.. plan.Steps.Where(s => s.Old is not null && s.AssignmentId is not null).Select(s => s.AssignmentId!.Value)], cancellationToken);
        foreach (var step in plan.Steps)
        {
            await TakeAsync(step, semester, cancellationToken);
            db.Add(AssignmentImportChange.Of(import.Id, step));
        }

        import.Done(plan.Counts, clock.GetUtcNow());
        return Result.Success;
    }

    private async Task TakeAsync(AssignmentStep step, Semester semester, CancellationToken cancellationToken)
    {
        if (step.InternIsNew)
        {
            db.Add(step.Intern);
        }
        else if (step.OldProfile is not null)
        {
            step.Intern.Correct(step.NewProfile);
        }

        if (step.AssignmentId is { } id)
        {
            if (step.Old is null)
            {
                db.Add(Assignment.To(id, step.Intern.Id, semester, step.PlacementId, step.Seat, step.Slot));
            }
            else
            {
                await db.SeatAsync(id, step.PlacementId, step.Seat, step.Slot, cancellationToken);
            }
        }
    }
}
