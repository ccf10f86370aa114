using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The actor is back: from today on, mails come to them again. Ending what has ended is a success.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record EndAbsence(Guid AbsenceId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Absence, AbsenceId);
}

internal sealed class EndAbsenceHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<EndAbsence, Result>
{
    public async Task<Result> Handle(EndAbsence command, CancellationToken cancellationToken)
    {
        var absence = await db.Absences
            .SingleOrDefaultAsync(a => a.Id == command.AbsenceId && a.AccountId == actor.AccountId, cancellationToken);
        if (absence is not null && !absence.EndBefore(clock.Today()))
        {
            db.Absences.Remove(absence);
        }

        return Result.Success;
    }
}
