using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The actor's absences that are not over, the next one first, and the colleagues they may name as their deputy.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListAbsences : IQuery<Result<MyAbsences>>;

public sealed record MyAbsences(IReadOnlyList<MyAbsence> Absences, IReadOnlyList<OfferReferent> Deputies);

public sealed record MyAbsence(Guid Id, DateOnly From, DateOnly To, string DeputyName, bool HasBegun);

internal sealed class ListAbsencesHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ListAbsences, Result<MyAbsences>>
{
    public async Task<Result<MyAbsences>> Handle(ListAbsences query, CancellationToken cancellationToken)
    {
        var (me, today) = (actor.RequiredAccountId, clock.Today());
        return new MyAbsences(
            await db.Absences.Where(a => a.AccountId == me && a.To >= today)
                .Join(db.Users, a => a.DeputyId, u => u.Id, (a, u) => new { Absence = a, u.DisplayName })
                .OrderBy(a => a.Absence.From).ThenBy(a => a.Absence.Id)
                .Select(a => new MyAbsence(a.Absence.Id, a.Absence.From, a.Absence.To, a.DisplayName, a.Absence.From <= today))
                .ToListAsync(cancellationToken),
            await db.DeputiesOf(actor).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
                .Select(u => new OfferReferent(u.Id, u.DisplayName)).ToListAsync(cancellationToken));
    }
}
