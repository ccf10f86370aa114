using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Names the coordinator whom the interns of a semester write to. Errors: semester.not-found, invalid.</summary>
/// <param name="AccountId">Null: the mission.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetSemesterContact(Guid SemesterId, Guid? AccountId) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class SetSemesterContactHandler(AppDbContext db, SemesterContacts contacts) : IRequestHandler<SetSemesterContact, Result>
{
    public async Task<Result> Handle(SetSemesterContact command, CancellationToken cancellationToken)
    {
        if (!await db.Semesters.AnyAsync(s => s.Id == command.SemesterId, cancellationToken))
        {
            return SemesterErrors.NotFound;
        }

        var known = await db.SemesterContacts.SingleOrDefaultAsync(c => c.SemesterId == command.SemesterId, cancellationToken);
        if (command.AccountId is not { } accountId)
        {
            if (known is not null)
            {
                db.Remove(known);
            }

            return Result.Success;
        }

        if (!(await contacts.PossibleAsync(cancellationToken)).Any(c => c.Id == accountId))
        {
            return SharedErrors.Invalid(nameof(command.AccountId), "Choisissez une personne de la liste.");
        }

        if (known is null)
        {
            db.Add(SemesterContact.Of(command.SemesterId, accountId));
        }
        else
        {
            known.Becomes(accountId);
        }

        return Result.Success;
    }
}
