using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>The events and polls of a semester, its named contact and how many have had the welcome mail. Errors: semester.not-found.</summary>
/// <param name="SemesterId">Null for the present one or, between two, the next; without any, the last.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetSemesterLife(Guid? SemesterId) : IQuery<Result<SemesterLife>>;

/// <param name="Shown">Null while no semester is written.</param>
/// <param name="ContactId">The coordinator who is the contact; null: the mission.</param>
/// <param name="Contacts">Those who may be.</param>
/// <param name="Contact">Whose name the interns read.</param>
public sealed record SemesterLife(
    SemesterChoice? Shown, IReadOnlyList<SemesterChoice> Semesters, IReadOnlyList<EventRow> Events, IReadOnlyList<PollRow> Polls,
    Guid? ContactId, IReadOnlyList<(Guid Id, string Name)> Contacts, string Contact, int Welcomed, int ToWelcome);

public sealed record EventRow(
    Guid Id, SemesterEventKind Kind, SemesterEventState State, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int? Seats, int Registered, int Waiting);

/// <param name="IsClosed">Its last day has passed.</param>
public sealed record PollRow(Guid Id, string Question, DateOnly ClosesOn, bool IsClosed, int Votes);

internal sealed class GetSemesterLifeHandler(AppDbContext db, SemesterContacts contacts, TimeProvider clock) : IRequestHandler<GetSemesterLife, Result<SemesterLife>>
{
    public async Task<Result<SemesterLife>> Handle(GetSemesterLife query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var choices = await SemesterChoices.ReadAsync(db, query.SemesterId, today, cancellationToken);
        if (choices.Error is not null)
        {
            return choices.Error;
        }

        if (choices.Value.Shown is not { } shown)
        {
            return new SemesterLife(null, [], [], [], null, [], "", 0, 0);
        }

        var events = await db.SemesterEvents.Where(e => e.SemesterId == shown.Id).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Select(e => new EventRow(
            e.Id, e.Kind, e.State, e.Title, e.StartsAt, e.EndsAt, e.Seats,
            db.EventRegistrations.Count(r => r.EventId == e.Id && r.Place == EventPlace.Registered),
            db.EventRegistrations.Count(r => r.EventId == e.Id && r.Place == EventPlace.Waiting))).ToListAsync(cancellationToken);
        var polls = await db.SemesterPolls.Where(p => p.SemesterId == shown.Id).OrderByDescending(p => p.ClosesOn).ThenBy(p => p.Id)
            .Select(p => new PollRow(p.Id, p.Question, p.ClosesOn, p.ClosesOn < today, db.PollVotes.Count(v => v.PollId == p.Id))).ToListAsync(cancellationToken);
        var possible = await contacts.PossibleAsync(cancellationToken);
        var named = await db.SemesterContacts.Where(c => c.SemesterId == shown.Id).Select(c => (Guid?)c.AccountId).SingleOrDefaultAsync(cancellationToken);
        return new SemesterLife(
            shown, choices.Value.All, events, polls, possible.Any(c => c.Id == named) ? named : null, [.. possible.Select(c => (c.Id, c.DisplayName))],
            (await contacts.OfAsync(shown.Id, cancellationToken)).Name,
            await db.WelcomesSent.CountAsync(w => w.SemesterId == shown.Id, cancellationToken),
            await db.ToWelcome(shown.Id).CountAsync(cancellationToken));
    }
}
