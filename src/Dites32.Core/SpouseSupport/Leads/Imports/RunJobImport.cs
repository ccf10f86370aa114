using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// What a file does, line by line, the refused ones first, a page at a time: before, as the directory is now; afterwards, what
/// it has done and which lines were left out. Errors: spouse.import-not-found.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record PreviewJobImport(Guid ImportId, int PageNumber) : IQuery<Result<JobImportPreview>>, IBehindTheWall
{
    public const int PageSize = 100;
}

/// <param name="ImportedAt">Null while it is only looked at.</param>
/// <param name="Seen">What <see cref="RunJobImport"/> wants to have been seen.</param>
/// <param name="UnreadColumns">Columns that the import does not know.</param>
/// <param name="Lines">Before: all. Afterwards: those that were refused.</param>
public sealed record JobImportPreview(
    string FileName, DateTimeOffset? ImportedAt, string Seen, ImportCounts Counts, IReadOnlyList<string> UnreadColumns, Page<ImportLine> Lines);

/// <summary>
/// Takes a file in, all of it but its refused lines, in one transaction; done twice, it is done once. Errors:
/// spouse.import-not-found, changed-meanwhile (it would not do what was seen), spouse.siret-taken.
/// </summary>
/// <param name="Seen">Of the preview.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record RunJobImport(Guid ImportId, string Seen) : ICommand<Result>, IBehindTheWall, IRunsAgain, IByStatements;

internal sealed class RunJobImportHandler(SpouseDbContext db, JobImportPlan plan, TimeProvider clock)
    : IRequestHandler<PreviewJobImport, Result<JobImportPreview>>, IRequestHandler<RunJobImport, Result>
{
    public async Task<Result<JobImportPreview>> Handle(PreviewJobImport query, CancellationToken cancellationToken)
    {
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.ImportId, cancellationToken) is not { } import)
        {
            return JobImportErrors.NotFound;
        }

        var file = JobFile.Read(import.Content).Value;
        await plan.MakeAsync(file, cancellationToken);
        var lines = plan.Lines.Where(l => import.ImportedAt is null || l.Employer == ImportOutcome.Refused)
            .OrderBy(l => (ImportOutcome)Math.Min((int)l.Employer, (int)(l.Vacancy ?? l.Employer))).ThenBy(l => l.Number).ToList();
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (lines.Count + PreviewJobImport.PageSize - 1) / PreviewJobImport.PageSize));
        return new JobImportPreview(
            import.FileName, import.ImportedAt, plan.Digest, import.ImportedAt is null ? plan.Counts : import.Counts(), file.UnreadColumns,
            new Page<ImportLine>(
                [.. lines.Skip((int)Page<ImportLine>.Offset(number, PreviewJobImport.PageSize)).Take(PreviewJobImport.PageSize)],
                number, PreviewJobImport.PageSize, lines.Count));
    }

    public async Task<Result> Handle(RunJobImport command, CancellationToken cancellationToken)
    {
        // One import after the other: two that bring the same employer would each add it.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('job_import', 0))", cancellationToken);
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == command.ImportId, cancellationToken) is not { } import)
        {
            return JobImportErrors.NotFound;
        }

        if (import.ImportedAt is not null)
        {
            return Result.Success;
        }

        await plan.MakeAsync(JobFile.Read(import.Content).Value, cancellationToken);
        if (plan.Digest != command.Seen)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        db.AddRange(plan.NewRows);
        import.Done(plan.Counts, clock.GetUtcNow());
        return Result.Success;
    }
}
