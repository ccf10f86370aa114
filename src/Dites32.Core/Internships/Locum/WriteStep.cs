using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>
/// An intern writes a step of their own, shared with the mission or not. Sent again, it is one step. Errors: intern-space.no-file,
/// invalid, career.needs-licence, career.needs-thesis, career.already-thesis, career.junior-doctor, career.carries.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record WriteMyStep(Guid SubmissionId, StepForm Form) : ICommand<Result<Guid>>, ISubmission, IByStatements;

/// <summary>An intern puts a step right that they wrote, or shares it, or stops sharing it. Errors: career.not-found, changed-meanwhile, and those of writing.</summary>
/// <param name="Version">Of the step as the intern saw it.</param>
[AllowRoles(Role.Candidate)]
public sealed record CorrectMyStep(Guid StepId, uint Version, StepForm Form) : ICommand<Result>, IVersioned, IByStatements;

/// <summary>An intern takes a step away that they wrote. Gone already, it is a success. Errors: intern-space.no-file, career.carries.</summary>
[AllowRoles(Role.Candidate)]
public sealed record RemoveMyStep(Guid StepId) : ICommand<Result>, IRunsAgain, IByStatements;

/// <summary>The mission writes a step that it knows of; the intern sees it, and who wrote it. Errors: intern.not-found, and those of an intern's own.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record WriteStep(Guid SubmissionId, Guid InternId, StepForm Form) : ICommand<Result<Guid>>, ISubmission, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

/// <summary>The mission puts a step right that it wrote. Errors: career.not-found, changed-meanwhile, and those of writing.</summary>
/// <param name="Version">Of the step as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectStep(Guid StepId, uint Version, StepForm Form) : ICommand<Result>, IVersioned, IByStatements;

/// <summary>The mission takes a step away that it wrote. Gone already, it is a success. Errors: career.carries.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RemoveStep(Guid StepId) : ICommand<Result>, IRunsAgain, IByStatements;

/// <summary>
/// Whoever writes sees what they may see: an intern all their steps, the mission what is shared. What follows what is checked
/// among these alone, so that no refusal tells the mission of a step that is not shared.
/// </summary>
internal sealed class WriteStepHandler(AppDbContext db, InternAccess access, StepFormReader reader, FoundSubject found, TimeProvider clock)
    : IRequestHandler<WriteMyStep, Result<Guid>>, IRequestHandler<CorrectMyStep, Result>, IRequestHandler<RemoveMyStep, Result>,
        IRequestHandler<WriteStep, Result<Guid>>, IRequestHandler<CorrectStep, Result>, IRequestHandler<RemoveStep, Result>
{
    public async Task<Result<Guid>> Handle(WriteMyStep command, CancellationToken cancellationToken) =>
        await access.FindAsync(cancellationToken) is { } intern
            ? await WriteAsync(command.SubmissionId, intern.Id, StepAuthor.Intern, command.Form, cancellationToken)
            : InternSpaceErrors.NoFile;

    public async Task<Result> Handle(CorrectMyStep command, CancellationToken cancellationToken) =>
        await access.FindAsync(cancellationToken) is { } intern
            ? await CorrectAsync(await OwnAsync(command.StepId, StepAuthor.Intern, intern.Id, cancellationToken), command.Version, command.Form, cancellationToken)
            : InternSpaceErrors.NoFile;

    public async Task<Result> Handle(RemoveMyStep command, CancellationToken cancellationToken) =>
        await access.FindAsync(cancellationToken) is { } intern
            ? await RemoveAsync(await OwnAsync(command.StepId, StepAuthor.Intern, intern.Id, cancellationToken), cancellationToken)
            : InternSpaceErrors.NoFile;

    public Task<Result<Guid>> Handle(WriteStep command, CancellationToken cancellationToken) =>
        WriteAsync(command.SubmissionId, command.InternId, StepAuthor.Mission, command.Form, cancellationToken);

    public async Task<Result> Handle(CorrectStep command, CancellationToken cancellationToken) =>
        await CorrectAsync(await OwnAsync(command.StepId, StepAuthor.Mission, null, cancellationToken), command.Version, command.Form, cancellationToken);

    public async Task<Result> Handle(RemoveStep command, CancellationToken cancellationToken) =>
        await RemoveAsync(await OwnAsync(command.StepId, StepAuthor.Mission, null, cancellationToken), cancellationToken);

    private async Task<Result<Guid>> WriteAsync(Guid id, Guid internId, StepAuthor author, StepForm form, CancellationToken cancellationToken)
    {
        if (id == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await HeldAsync(internId, cancellationToken) is not { } intern)
        {
            return InternErrors.NotFound;
        }

        if (await db.CareerSteps.AnyAsync(s => s.Id == id && s.InternId == internId && s.Author == author, cancellationToken))
        {
            return id;
        }

        var content = await reader.ReadAsync(form, intern, cancellationToken);
        if (content.Error is not null)
        {
            return content.Error;
        }

        var before = await StagesAsync(internId, author, cancellationToken);
        if (CareerRules.BrokenBy(before, [.. before, new DatedStage(id, content.Value.Stage, content.Value.Day)], id) is { } error)
        {
            return error;
        }

        db.Add(CareerStep.Of(id, internId, author, content.Value, clock.GetUtcNow()));
        return id;
    }

    private async Task<Result> CorrectAsync(CareerStep? step, uint version, StepForm form, CancellationToken cancellationToken)
    {
        if (step is null || await HeldAsync(step.InternId, cancellationToken) is not { } intern)
        {
            return CareerErrors.NotFound;
        }

        if (db.Entry(step).Property<uint>("Version").CurrentValue != version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var content = await reader.ReadAsync(form, intern, cancellationToken);
        if (content.Error is not null)
        {
            return content.Error;
        }

        var before = await StagesAsync(step.InternId, step.Author, cancellationToken);
        DatedStage[] after = [.. before.Where(s => s.Id != step.Id), new DatedStage(step.Id, content.Value.Stage, content.Value.Day)];
        if (CareerRules.BrokenBy(before, after, step.Id) is { } error)
        {
            return error;
        }

        step.Correct(content.Value);
        return Result.Success;
    }

    private async Task<Result> RemoveAsync(CareerStep? step, CancellationToken cancellationToken)
    {
        if (step is null)
        {
            return Result.Success;
        }

        await HeldAsync(step.InternId, cancellationToken);
        var before = await StagesAsync(step.InternId, step.Author, cancellationToken);
        if (CareerRules.BrokenBy(before, [.. before.Where(s => s.Id != step.Id)], null) is { } error)
        {
            return error;
        }

        db.Remove(step);
        return Result.Success;
    }

    /// <summary>The intern, whose steps nobody else changes before the transaction ends.</summary>
    private Task<Intern?> HeldAsync(Guid internId, CancellationToken cancellationToken) =>
        db.Interns.FromSql($"SELECT *, xmin FROM intern WHERE id = {internId} FOR NO KEY UPDATE").SingleOrDefaultAsync(cancellationToken);

    /// <param name="internId">Null for whichever it is.</param>
    private async Task<CareerStep?> OwnAsync(Guid id, StepAuthor author, Guid? internId, CancellationToken cancellationToken)
    {
        var step = await db.CareerSteps.SingleOrDefaultAsync(s => s.Id == id && s.Author == author && (internId == null || s.InternId == internId), cancellationToken);
        found.Found = step is null ? null : new Subject(SubjectKind.Intern, step.InternId);
        return step;
    }

    private async Task<IReadOnlyCollection<DatedStage>> StagesAsync(Guid internId, StepAuthor author, CancellationToken cancellationToken)
    {
        var steps = db.CareerSteps.Where(s => s.InternId == internId);
        return await (author == StepAuthor.Mission ? steps.SeenByMission() : steps)
            .Select(s => new DatedStage(s.Id, s.Stage, s.Day)).ToListAsync(cancellationToken);
    }
}
