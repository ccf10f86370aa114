using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Names the colleague who receives the mails about the actor's offers while the actor is on leave, both days included.
/// The same absence sent twice is kept once. Errors: invalid (by field).
/// </summary>
/// <param name="From">As typed, from today on.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record LeaveDeputy(Guid? DeputyId, string From, string To) : ICommand<Result>;

internal sealed class LeaveDeputyHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<LeaveDeputy, Result>
{
    public async Task<Result> Handle(LeaveDeputy command, CancellationToken cancellationToken)
    {
        var (me, today, errors) = (actor.RequiredAccountId, clock.Today(), new FieldErrors());
        var from = errors.Take("From", TypedDay.Read(command.From, today, today.AddYears(1)));
        var to = errors.Take("To", TypedDay.Read(command.To, today, today.AddYears(2)));
        errors.Require(from is not null, "From", "Indiquez votre premier jour d'absence.");
        errors.Require(to is not null, "To", "Indiquez votre dernier jour d'absence.");
        errors.Require(!(from > to), "To", "Le dernier jour vient avant le premier.");
        var isColleague = await db.DeputiesOf(actor).AnyAsync(u => u.Id == command.DeputyId, cancellationToken);
        errors.Require(isColleague, "DeputyId", "Choisissez un suppléant parmi vos collègues.");
        if (errors.Error is { } error)
        {
            return error;
        }

        var (first, last, deputy) = (from!.Value, to!.Value, command.DeputyId!.Value);
        var near = await db.Absences.AsNoTracking()
            .Where(a => (a.AccountId == me || a.AccountId == deputy) && a.From <= last && first <= a.To)
            .ToListAsync(cancellationToken);
        if (near.Any(a => a.AccountId == me && a.DeputyId == deputy && a.From == first && a.To == last))
        {
            return Result.Success;
        }

        errors.Require(near.All(a => a.AccountId != me), "From", "Vous avez déjà une absence à ces dates\u00a0: terminez-la d'abord.");
        errors.Require(near.All(a => a.AccountId != deputy), "DeputyId", "Cette personne est elle-même absente à ces dates.");
        db.Absences.Add(new Absence(me, deputy, first, last));
        return errors.Error is { } refused ? refused : Result.Success;
    }
}
