using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The usual next step of each state: the caseworkers' words where they have written some, the portal's otherwise.</summary>
internal sealed class UsualSteps(SpouseDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<SpouseCaseState, (string Text, DateOnly On)>> AllAsync(CancellationToken cancellationToken)
    {
        var (today, written) = (clock.Today(), await db.UsualSteps.AsNoTracking().ToDictionaryAsync(s => s.State, cancellationToken));
        return Enum.GetValues<SpouseCaseState>().ToDictionary(state => state, state => written.TryGetValue(state, out var step)
            ? (step.Text, OnWorkingDay(today.AddDays(step.Days)))
            : SpouseCaseRules.UsualStep(state, today));
    }

    private static DateOnly OnWorkingDay(DateOnly day)
    {
        while (!WorkingDays.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
