using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>An event with those who come and those who wait. Errors: event.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetEvent(Guid EventId) : IQuery<Result<EventFile>>;

/// <param name="Addable">Interns of the semester who neither come nor wait.</param>
public sealed record EventFile(
    Guid Id, uint Version, Guid SemesterId, DateOnly SemesterStartsOn, SemesterEventState State, EventSheet Sheet, bool IsOpen, bool HasBegun,
    IReadOnlyList<EventGuest> Registered, IReadOnlyList<EventGuest> Waiting, IReadOnlyList<(Guid Id, string Name)> Addable);

/// <summary>What is said of an event.</summary>
public sealed record EventSheet(
    SemesterEventKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? Organiser, string? Description, int? Seats, DateOnly? RegisterUntil,
    string? Cost);

/// <param name="Attended">Null until somebody has said so.</param>
public sealed record EventGuest(Guid RegistrationId, Guid InternId, string Name, bool AgreesToPhotos, bool? Attended);

internal sealed class GetEventHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<GetEvent, Result<EventFile>>
{
    public async Task<Result<EventFile>> Handle(GetEvent query, CancellationToken cancellationToken)
    {
        if (await db.SemesterEvents.SingleOrDefaultAsync(e => e.Id == query.EventId, cancellationToken) is not { } written)
        {
            return EventErrors.NotFound;
        }

        var guests = await (
            from r in db.EventRegistrations
            join i in db.Interns on r.InternId equals i.Id
            where r.EventId == written.Id
            orderby r.Rank
            select new { r.Place, Guest = new EventGuest(r.Id, i.Id, i.Name, r.PhotoConsentAt != null, r.Attended) }).ToListAsync(cancellationToken);
        var addable = await db.Interns.Where(i => db.Assignments.Any(a => a.SemesterId == written.SemesterId && a.InternId == i.Id)
                && !db.EventRegistrations.Any(r => r.EventId == written.Id && r.InternId == i.Id))
            .OrderBy(i => i.Name).ThenBy(i => i.Id).Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        var semester = await db.Semesters.SingleAsync(s => s.Id == written.SemesterId, cancellationToken);
        var now = clock.GetUtcNow();
        return new EventFile(
            written.Id, db.Entry(written).Property<uint>("Version").CurrentValue, semester.Id, semester.StartsOn, written.State, written.Sheet(), written.IsOpen(now),
            now >= written.StartsAt,
            [.. guests.Where(g => g.Place == EventPlace.Registered).Select(g => g.Guest).OrderBy(g => g.Name, StringComparer.Create(Clock.French, ignoreCase: true))],
            [.. guests.Where(g => g.Place == EventPlace.Waiting).Select(g => g.Guest)], [.. addable.Select(i => (i.Id, i.Name))]);
    }
}

internal static class EventSheets
{
    public static EventSheet Sheet(this SemesterEvent written) => new(
        written.Kind, written.Title, written.StartsAt, written.EndsAt, written.Place, written.Organiser, written.Description, written.Seats, written.RegisterUntil, written.Cost);
}
