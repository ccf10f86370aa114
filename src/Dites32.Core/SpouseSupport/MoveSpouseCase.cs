using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Moves a file to another state, with what comes next and on which day; the person is written to. Errors: spouse.not-found,
/// spouse.wrong-move, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the file as the caseworker saw it.</param>
/// <param name="NextStepOn">A day, from today to two years from now; none for a file that is closed.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record MoveSpouseCase(Guid CaseId, uint Version, SpouseCaseState? To, string NextStep, string NextStepOn)
    : ICommand<Result>, IBehindTheWall, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

/// <summary>Says what comes next in a file, and on which day, without moving it. Errors: spouse.not-found, changed-meanwhile.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record PlanSpouseStep(Guid CaseId, uint Version, string NextStep, string NextStepOn) : ICommand<Result>, IBehindTheWall, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class MoveSpouseCaseHandler(SpouseDbContext db, SpouseCaseMover mover, TimeProvider clock)
    : IRequestHandler<MoveSpouseCase, Result>, IRequestHandler<PlanSpouseStep, Result>
{
    private const int MaxYears = 2;

    public async Task<Result> Handle(MoveSpouseCase command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.CaseId, command.Version, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        if (command.To is not { } to)
        {
            return SharedErrors.Invalid(nameof(command.To), "Choisissez une étape.");
        }

        if (found.Value.ConsentedAt is null && to != SpouseCaseState.Closed)
        {
            return SpouseErrors.NoConsent;
        }

        var step = Read(command.NextStep, command.NextStepOn, SpouseCaseRules.NeedsNextStep(to));
        if (step.Error is not null)
        {
            return step.Error;
        }

        return await mover.MoveAsync(found.Value, to, step.Value.Text, step.Value.On, cancellationToken);
    }

    public async Task<Result> Handle(PlanSpouseStep command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.CaseId, command.Version, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        if (found.Value.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        if (!SpouseCaseRules.NeedsNextStep(found.Value.State))
        {
            return SpouseErrors.WrongMove(found.Value.State, found.Value.State);
        }

        var step = Read(command.NextStep, command.NextStepOn, isNeeded: true);
        if (step.Error is null)
        {
            await mover.PlanAsync(found.Value, step.Value.Text!, step.Value.On!.Value, cancellationToken);
        }

        return step.Error ?? Result.Success;
    }

    private async Task<Result<SpouseCase>> FindAsync(Guid id, uint version, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        return file is null ? SpouseErrors.NotFound
            : db.Entry(file).Property<uint>("Version").CurrentValue != version ? SharedErrors.ChangedMeanwhile
            : file;
    }

    private Result<(string? Text, DateOnly? On)> Read(string typedStep, string typedDay, bool isNeeded)
    {
        if (!isNeeded)
        {
            return (null, null);
        }

        var errors = new FieldErrors();
        var text = errors.Text(nameof(MoveSpouseCase.NextStep), typedStep, SpouseCase.MaxStepLength);
        errors.Require(text.Length > 0, nameof(MoveSpouseCase.NextStep), "Écrivez ce qui vient ensuite.");
        var today = clock.Today();
        var on = errors.Take(nameof(MoveSpouseCase.NextStepOn), TypedDay.Read(typedDay, today, today.AddYears(MaxYears)));
        errors.Require(on is not null, nameof(MoveSpouseCase.NextStepOn), "Choisissez le jour de cette étape.");
        return errors.Error is { } error ? error : (text, on);
    }
}
