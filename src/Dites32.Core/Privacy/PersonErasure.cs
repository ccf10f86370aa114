using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>Erases what the keys of a person reach, in the save of the command, and writes it down in the journal.</summary>
internal sealed class PersonErasure(AppDbContext db, Actor actor, ApplicationErasure applications, Outbox outbox)
{
    /// <param name="tell">The recruiters of applications under way learn that they are withdrawn.</param>
    public async Task EraseAsync(PersonKeys keys, bool tell, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var id in keys.Applications)
        {
            await applications.EraseAsync(id, tell, cancellationToken);
        }

        foreach (var id in keys.Drafts)
        {
            await applications.EraseDraftAsync(id, cancellationToken);
        }

        db.RemoveRange(await db.OfferQuestions.Where(q => keys.Questions.Contains(q.Id)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Interns.Where(i => keys.Interns.Contains(i.Id)).ToListAsync(cancellationToken)); // their semesters with them
        db.RemoveRange(await db.SupervisorSearches.Where(s => keys.Supervisors.Contains(s.SupervisorId)).ToListAsync(cancellationToken));
        foreach (var supervisor in await db.Supervisors.Where(s => keys.Supervisors.Contains(s.Id)).ToListAsync(cancellationToken))
        {
            supervisor.Erase();
        }

        foreach (var dwelling in await db.Dwellings.Where(d => keys.Dwellings.Contains(d.Id)).ToListAsync(cancellationToken))
        {
            dwelling.ForgetOwner();
        }

        await outbox.ForgetMailsAboutAsync([.. keys.Applications, .. keys.Drafts, .. keys.Questions, .. keys.Interns], keys.Address, cancellationToken);
        if (keys.AccountId is { } accountId)
        {
            await db.EraseAccountAsync(await db.Users.SingleAsync(a => a.Id == accountId, cancellationToken), actor.Network, cancellationToken);
        }

        await WriteDownAsync(keys.Subjects, at, cancellationToken);
    }

    private async Task WriteDownAsync(IReadOnlyList<(ErasedKind Kind, Guid Id)> subjects, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = subjects.Select(s => s.Id).ToList();
        var known = await db.Erasures.Where(e => ids.Contains(e.SubjectId)).Select(e => e.SubjectId).ToListAsync(cancellationToken);
        known.AddRange(db.Erasures.Local.Select(e => e.SubjectId)); // of the same save
        db.AddRange(subjects.Where(s => !known.Contains(s.Id)).Select(s => new Erasure(s.Kind, s.Id, at)));
    }
}
