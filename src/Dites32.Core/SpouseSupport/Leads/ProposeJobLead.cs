using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Proposes a post to a partner, who is written to. Proposed twice, it is one lead. Errors: spouse.not-found,
/// spouse.no-consent, spouse.vacancy-closed.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ProposeJobLead(Guid CaseId, Guid VacancyId) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class ProposeJobLeadHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<ProposeJobLead, Result>
{
    public async Task<Result> Handle(ProposeJobLead command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        if (file.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        if (!await db.Vacancies.OpenOn(clock.Today()).AnyAsync(v => v.Id == command.VacancyId, cancellationToken))
        {
            return SpouseErrors.VacancyClosed;
        }

        if (!await db.Leads.AnyAsync(l => l.CaseId == file.Id && l.VacancyId == command.VacancyId, cancellationToken))
        {
            var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
            db.Add(new JobLead(file.Id, command.VacancyId, me, now));
            db.Add(new SpouseEvent(file.Id, SpouseEventKind.LeadProposed, me, now));
            outbox.Write(emails.LeadProposed(file, await caseworkers.FindAsync(file.OwnerId, cancellationToken)));
        }

        return Result.Success;
    }
}
