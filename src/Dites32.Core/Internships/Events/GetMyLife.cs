using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>What concerns an intern now: whom to write to, the events to come, the questions, and the semesters to give an opinion on. Errors: intern-space.no-file.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyLife : IQuery<Result<MyLife>>
{
    /// <summary>A closed question is still shown, for its answers.</summary>
    public const int DaysAfterClosing = 30;
}

/// <param name="ContactEmail">Of the coordinator of the present semester or the next, or of the mission.</param>
public sealed record MyLife(string Contact, string ContactEmail, IReadOnlyList<MyEventRow> Events, IReadOnlyList<MyPollRow> Polls, IReadOnlyList<MyOpinion> Opinions);

/// <param name="Mine">Null: neither registered nor waiting.</param>
public sealed record MyEventRow(
    Guid Id, SemesterEventState State, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, DateOnly? RegisterUntil, EventPlace? Mine);

public sealed record MyPollRow(Guid Id, string Question, DateOnly ClosesOn, bool IsClosed, bool HasAnswered);

internal sealed class GetMyLifeHandler(AppDbContext db, InternAccess access, SemesterContacts contacts, TimeProvider clock) : IRequestHandler<GetMyLife, Result<MyLife>>
{
    public async Task<Result<MyLife>> Handle(GetMyLife query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var semester = await db.SemestersWith(intern.Id).Where(s => s.EndsOn >= today).OrderBy(s => s.StartsOn).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var contact = await contacts.OfAsync(semester, cancellationToken);
        var events = await db.EventsOf(intern.Id).Where(e => e.EndsAt > now).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Select(e => new MyEventRow(
            e.Id, e.State, e.Title, e.StartsAt, e.EndsAt, e.Place, e.RegisterUntil,
            db.EventRegistrations.Where(r => r.EventId == e.Id && r.InternId == intern.Id).Select(r => (EventPlace?)r.Place).SingleOrDefault())).ToListAsync(cancellationToken);
        var since = today.AddDays(-GetMyLife.DaysAfterClosing);
        var polls = await db.SemesterPolls
            .Where(p => p.ClosesOn >= since && db.Assignments.Any(a => a.SemesterId == p.SemesterId && a.InternId == intern.Id))
            .OrderByDescending(p => p.ClosesOn).ThenBy(p => p.Id)
            .Select(p => new MyPollRow(p.Id, p.Question, p.ClosesOn, p.ClosesOn < today, db.PollVotes.Any(v => v.PollId == p.Id && v.InternId == intern.Id)))
            .ToListAsync(cancellationToken);
        var opinions = (await db.OpinionsOf(intern.Id).ToListAsync(cancellationToken)).Where(o => !o.IsGiven && o.IsOpen(today)).Select(o => o.On(today)).ToList();
        return new MyLife(contact.Name, contact.Address, events, polls, opinions);
    }
}
