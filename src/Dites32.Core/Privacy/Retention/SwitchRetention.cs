using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>
/// Makes a rule real, so that it erases from the next night on, or lets it report only again. Done twice, it stays as it is.
/// Errors: setting-missing, setting-wrong (only to make it real).
/// </summary>
[AllowRoles(Role.Administrator), NeedsFreshProof]
public sealed record SwitchRetention(RetentionRule Rule, bool IsReal) : ICommand<Result>, IAbout, IRunsAgain
{
    Subject IAbout.Subject => new(SubjectKind.RetentionRule, RetentionState.IdOf(Rule));
}

internal sealed class SwitchRetentionValidator : AbstractValidator<SwitchRetention>
{
    public SwitchRetentionValidator() => RuleFor(c => c.Rule).IsInEnum();
}

internal sealed class SwitchRetentionHandler(AppDbContext db, RetentionSettings settings, TimeProvider clock) : IRequestHandler<SwitchRetention, Result>
{
    public async Task<Result> Handle(SwitchRetention command, CancellationToken cancellationToken)
    {
        if (command.IsReal && settings.Of(command.Rule).Error is { } error)
        {
            return error;
        }

        var state = await db.RetentionStates.SingleOrDefaultAsync(s => s.Rule == command.Rule, cancellationToken);
        if (state is null && command.IsReal)
        {
            state = db.Add(new RetentionState(command.Rule)).Entity;
        }

        state?.Switch(command.IsReal, clock.GetUtcNow());
        return Result.Success;
    }
}
