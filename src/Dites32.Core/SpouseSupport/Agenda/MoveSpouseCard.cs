using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Moves a file on the board, with the usual next step and its usual day; the person is written to. Moved there already by the
/// same caseworker, it is a success. Errors: spouse.not-found, spouse.no-consent, spouse.wrong-move, changed-meanwhile, which
/// says who was faster.
/// </summary>
/// <param name="Version">Of the file as the caseworker saw it.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record MoveSpouseCard(Guid CaseId, uint Version, SpouseCaseState? To) : ICommand<Result>, IBehindTheWall, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class MoveSpouseCardHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, UsualSteps usual, SpouseCaseMover mover)
    : IRequestHandler<MoveSpouseCard, Result>
{
    public async Task<Result> Handle(MoveSpouseCard command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        if (command.To is not { } to)
        {
            return SharedErrors.Invalid(nameof(command.To), "Choisissez une étape.");
        }

        if (db.Entry(file).Property<uint>("Version").CurrentValue != command.Version)
        {
            return await ConflictAsync(file, to, cancellationToken);
        }

        if (file.ConsentedAt is null && to != SpouseCaseState.Closed)
        {
            return SpouseErrors.NoConsent;
        }

        var (step, on) = (await usual.AllAsync(cancellationToken))[to];
        var needs = SpouseCaseRules.NeedsNextStep(to);
        return await mover.MoveAsync(file, to, needs ? step : null, needs ? on : null, cancellationToken);
    }

    /// <summary>Success for a second click; otherwise who has moved the file, or only that it has changed.</summary>
    private async Task<Result> ConflictAsync(SpouseCase file, SpouseCaseState to, CancellationToken cancellationToken)
    {
        var last = await db.Events.Where(e => e.CaseId == file.Id && e.Kind == SpouseEventKind.Moved)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => new { e.AuthorId, e.To }).FirstOrDefaultAsync(cancellationToken);
        if (file.State == to)
        {
            return last?.AuthorId == actor.AccountId ? Result.Success : SpouseErrors.MovedMeanwhile(file.Name, await NameAsync(last?.AuthorId, cancellationToken), to);
        }

        return last?.AuthorId == actor.AccountId || last is null
            ? SharedErrors.ChangedMeanwhile
            : SpouseErrors.MovedMeanwhile(file.Name, await NameAsync(last.AuthorId, cancellationToken), file.State);
    }

    private async Task<string?> NameAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } author ? (await caseworkers.NamedAsync([id], cancellationToken)).GetValueOrDefault(author)?.DisplayName ?? "Un compte effacé" : null;
}
