using System.Globalization;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The usual next steps as they are, for those who write them.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetUsualSteps : IQuery<Result<IReadOnlyList<UsualStepRow>>>, IBehindTheWall;

/// <summary>A state with its usual next step, as text.</summary>
public sealed record UsualStepRow
{
    public string? State { get; init; }
    public string? Text { get; init; }

    /// <summary>Days of the calendar until the step.</summary>
    public string? Days { get; init; }
}

/// <summary>Writes the usual next step of each state, for every caseworker; files keep the steps that they have.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record WriteUsualSteps(IReadOnlyList<UsualStepRow> Steps) : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class WriteUsualStepsHandler(SpouseDbContext db, UsualSteps usual, TimeProvider clock)
    : IRequestHandler<GetUsualSteps, Result<IReadOnlyList<UsualStepRow>>>, IRequestHandler<WriteUsualSteps, Result>
{
    private const int MostDays = 365;

    public async Task<Result<IReadOnlyList<UsualStepRow>>> Handle(GetUsualSteps query, CancellationToken cancellationToken)
    {
        var (today, written) = (clock.Today(), await db.UsualSteps.AsNoTracking().ToDictionaryAsync(s => s.State, cancellationToken));
        var steps = await usual.AllAsync(cancellationToken);
        return Result<IReadOnlyList<UsualStepRow>>.Success([.. Written.Select(state => new UsualStepRow
        {
            State = state.ToString(),
            Text = steps[state].Text,
            Days = (written.TryGetValue(state, out var step) ? step.Days : steps[state].On.DayNumber - today.DayNumber).ToString(CultureInfo.InvariantCulture),
        })]);
    }

    public async Task<Result> Handle(WriteUsualSteps command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var read = new List<(SpouseCaseState State, string Text, int Days)>();
        foreach (var (index, row) in command.Steps.Index())
        {
            if (!Enum.TryParse<SpouseCaseState>(row.State, out var state) || !Written.Contains(state) || state.ToString() != row.State || read.Exists(r => r.State == state))
            {
                return SharedErrors.PageTooOld;
            }

            var text = errors.Text($"Steps[{index}].Text", row.Text, SpouseCase.MaxStepLength);
            errors.Require(text.Length > 0, $"Steps[{index}].Text", "Écrivez ce qui vient ensuite.");
            var isNumber = int.TryParse(PlainText.Clean(row.Days), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays;
            errors.Require(isNumber, $"Steps[{index}].Days", $"Écrivez un nombre de jours, de 0 à {MostDays}.");
            read.Add((state, text, days));
        }

        if (errors.Error is { } error)
        {
            return error;
        }

        var written = await db.UsualSteps.ToDictionaryAsync(s => s.State, cancellationToken);
        foreach (var (state, text, days) in read)
        {
            if (written.TryGetValue(state, out var step))
            {
                step.Become(text, days);
            }
            else
            {
                db.Add(new UsualStep(state, text, days));
            }
        }

        return Result.Success;
    }

    /// <summary>Nothing comes after the end, and before the consent there is nothing to plan.</summary>
    private static IEnumerable<SpouseCaseState> Written =>
        Enum.GetValues<SpouseCaseState>().Where(state => state != SpouseCaseState.Contact && SpouseCaseRules.NeedsNextStep(state));
}
