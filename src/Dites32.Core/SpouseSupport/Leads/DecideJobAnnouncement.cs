using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Takes an announcement into the directory, where an employer with its Siret is the one that is known, or puts it aside. Its
/// contact is written to if it is taken. Errors: spouse.announcement-not-found, spouse.announcement-decided (by somebody else,
/// otherwise), invalid (what was typed does not hold any more, a day that has passed for instance).
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record DecideJobAnnouncement(Guid AnnouncementId, bool IsAccepted) : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class DecideJobAnnouncementHandler(
    SpouseDbContext db, Actor actor, JobFormReader reader, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock) : IRequestHandler<DecideJobAnnouncement, Result>
{
    public async Task<Result> Handle(DecideJobAnnouncement command, CancellationToken cancellationToken)
    {
        if (await db.Announcements.SingleOrDefaultAsync(a => a.Id == command.AnnouncementId, cancellationToken) is not { } announcement)
        {
            return SpouseErrors.AnnouncementNotFound;
        }

        if (announcement.IsAccepted is { } decided)
        {
            return decided == command.IsAccepted ? Result.Success : SpouseErrors.AnnouncementDecided;
        }

        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        if (command.IsAccepted)
        {
            var (employer, vacancy) = (await reader.ReadAsync(announcement.EmployerForm, cancellationToken), await reader.ReadAsync(announcement.VacancyForm, cancellationToken));
            if ((employer.Error ?? vacancy.Error) is { } error)
            {
                return error with { Message = $"Cette annonce ne tient plus\u00a0: {string.Join(' ', error.Fields!.Values.SelectMany(m => m))}", Fields = null };
            }

            var siret = employer.Value.Siret;
            var known = siret is null ? null : await db.Employers.SingleOrDefaultAsync(e => e.Siret == siret, cancellationToken);
            if (known is null)
            {
                db.Add(known = JobEmployer.Of(Guid.CreateVersion7(now), employer.Value, me, now));
            }

            db.Add(JobVacancy.Of(announcement.Id, known.Id, vacancy.Value, me, now, JobSource.Announcement));
            outbox.Write(emails.AnnouncementTaken(employer.Value.ContactEmail!, vacancy.Value.Title));
        }

        announcement.Decide(command.IsAccepted, me, now);
        return Result.Success;
    }
}
