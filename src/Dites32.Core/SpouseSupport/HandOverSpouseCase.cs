using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Confides a file to another caseworker, who is written to; the open tasks of whoever had it go with it, their meetings stay
/// with them until somebody changes them. Errors: spouse.not-found, spouse.no-caseworker.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record HandOverSpouseCase(Guid CaseId, Guid ToId) : ICommand<Result>, IBehindTheWall, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class HandOverSpouseCaseHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<HandOverSpouseCase, Result>
{
    public async Task<Result> Handle(HandOverSpouseCase command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        if ((await caseworkers.AllAsync(cancellationToken)).FirstOrDefault(c => c.Id == command.ToId) is not { } to)
        {
            return SpouseErrors.NoCaseworker;
        }

        if (file.OwnerId != to.Id)
        {
            foreach (var task in await db.Tasks.Where(t => t.CaseId == file.Id && t.OwnerId == file.OwnerId && t.DoneAt == null).ToListAsync(cancellationToken))
            {
                task.HandOver(to.Id);
            }

            file.HandOver(to.Id, actor.RequiredAccountId, clock.GetUtcNow());
            if (to.Id != actor.AccountId)
            {
                outbox.Write(emails.HandedOver(file, to));
            }
        }

        return Result.Success;
    }
}
