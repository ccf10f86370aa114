using Dites32.Core.Data;
using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// One page for an intern who arrives: bed, keys, road, placement, supervisors and their habits, flat-mates who agreed, outings,
/// whom to call. Errors: intern-space.no-file.
/// </summary>
/// <param name="SemesterId">Null for the present one, or the next where they have something.</param>
[AllowRoles(Role.Candidate)]
public sealed record GetMyArrivalKit(Guid? SemesterId) : IQuery<Result<ArrivalKit>>;

/// <summary>The same page, as the coordinator prints it; the reading is traced. Errors: intern.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetArrivalKit(Guid InternId, Guid? SemesterId) : IQuery<Result<ArrivalKit>>, IReadsFile
{
    public ReadingPurpose Purpose => ReadingPurpose.WelcomingInterns;

    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

/// <param name="Semester">Null where nothing is written of a semester that is not over.</param>
public sealed record ArrivalKit(
    string InternName, IReadOnlyList<SemesterChoice> Semesters, SemesterChoice? Semester, KitBed? Bed, IReadOnlyList<KitPlacement> Placements,
    IReadOnlyList<KitFlatmate> Flatmates, IReadOnlyList<KitOuting> Outings, string Contact, string ContactEmail, DateOnly WrittenOn);

public sealed record KitBed(
    string DwellingName, string RoomName, string Address, string CommuneLabel, string OwnerName, string? OwnerPhone, string? OwnerEmail, int MonthlyRent, DateOnly StartsOn,
    DateOnly EndsOn, string? Keys, string? Road, string? Rules);

public sealed record KitPlacement(string Name, string? Address, string CommuneLabel, TrainingSlot Slot, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<KitSupervisor> Supervisors);

/// <param name="Habits">What helps to arrive well: hours, lunch, how they work.</param>
public sealed record KitSupervisor(string Name, string? Phone, string? Email, string? Habits);

/// <summary>Somebody who lives in the same place on some of the same days, and agreed to be known.</summary>
public sealed record KitFlatmate(string Name, string? Phone, string RoomName, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>An event that is announced, and not over.</summary>
public sealed record KitOuting(string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place);

internal sealed class GetArrivalKitHandler(AppDbContext db, InternAccess access, CatalogueCache catalogues, SemesterContacts contacts, TimeProvider clock)
    : IRequestHandler<GetMyArrivalKit, Result<ArrivalKit>>, IRequestHandler<GetArrivalKit, Result<ArrivalKit>>
{
    public async Task<Result<ArrivalKit>> Handle(GetMyArrivalKit query, CancellationToken cancellationToken) =>
        await access.FindAsync(cancellationToken) is { } intern ? await OfAsync(intern, query.SemesterId, cancellationToken) : InternSpaceErrors.NoFile;

    public async Task<Result<ArrivalKit>> Handle(GetArrivalKit query, CancellationToken cancellationToken) =>
        await db.Interns.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.InternId, cancellationToken) is { } intern
            ? await OfAsync(intern, query.SemesterId, cancellationToken)
            : InternErrors.NotFound;

    private async Task<ArrivalKit> OfAsync(Intern intern, Guid? semesterId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var semesters = await db.Semesters
            .Where(s => s.EndsOn >= today && (db.Assignments.Any(a => a.InternId == intern.Id && a.SemesterId == s.Id && a.PlacementId != null)
                || db.HousingBookings.Any(b => b.InternId == intern.Id && b.SemesterId == s.Id)))
            .OrderBy(s => s.StartsOn).Select(s => new SemesterChoice(s.Id, s.StartsOn, s.EndsOn)).ToListAsync(cancellationToken);
        var semester = semesters.Find(s => s.Id == semesterId) ?? semesters.FirstOrDefault();
        var contact = await contacts.OfAsync(semester?.Id, cancellationToken);
        var kit = new ArrivalKit(intern.Name, semesters, semester, null, [], [], [], contact.Name, contact.Address, today);
        if (semester is null)
        {
            return kit;
        }

        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        var bed = await (
            from b in db.HousingBookings
            join r in db.Rooms on b.RoomId equals r.Id
            join d in db.Dwellings on r.DwellingId equals d.Id
            where b.InternId == intern.Id && b.SemesterId == semester.Id
            orderby b.EndsOn < today, b.StartsOn
            select new { b, r, d }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return kit with
        {
            Bed = bed is null ? null : new KitBed(
                bed.d.Name, bed.r.Name, bed.d.Address, communes[bed.d.InseeCode].Label, bed.d.OwnerName, bed.d.OwnerPhone, bed.d.OwnerEmail, bed.r.MonthlyRent, bed.b.StartsOn,
                bed.b.EndsOn, bed.d.Keys, bed.d.Road, bed.d.Rules),
            Flatmates = bed is null ? [] : await FlatmatesAsync(bed.b, bed.d.Id, cancellationToken),
            Placements = await PlacementsAsync(intern, semester.Id, communes, cancellationToken),
            Outings = await db.SemesterEvents.Where(e => e.SemesterId == semester.Id && e.State == SemesterEventState.Announced && e.EndsAt > clock.GetUtcNow())
                .OrderBy(e => e.StartsAt).Select(e => new KitOuting(e.Title, e.StartsAt, e.EndsAt, e.Place)).ToListAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyList<KitFlatmate>> FlatmatesAsync(HousingBooking mine, Guid dwellingId, CancellationToken cancellationToken) =>
        await (
            from b in db.HousingBookings
            join r in db.Rooms on b.RoomId equals r.Id
            join i in db.Interns on b.InternId equals i.Id
            where r.DwellingId == dwellingId && b.InternId != mine.InternId && b.IsKnownToFlatmates && b.StartsOn <= mine.EndsOn && b.EndsOn >= mine.StartsOn
            orderby r.Name
            select new KitFlatmate(i.Name, i.Phone, r.Name, b.StartsOn, b.EndsOn)).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<KitPlacement>> PlacementsAsync(
        Intern intern, Guid semesterId, IReadOnlyDictionary<string, CommuneInfo> communes, CancellationToken cancellationToken)
    {
        var found = await (
            from a in db.Assignments
            join p in db.Placements on a.PlacementId equals p.Id
            where a.InternId == intern.Id && a.SemesterId == semesterId
            orderby a.StartsOn
            select new
            {
                p.Name,
                p.Address,
                p.InseeCode,
                a.Slot,
                a.StartsOn,
                a.EndsOn,
                Supervisors = db.PlacementSupervisors.Where(s => s.PlacementId == p.Id).OrderByDescending(s => s.Share)
                    .Join(db.Supervisors, s => s.SupervisorId, s => s.Id, (_, s) => new KitSupervisor(s.Name, s.Phone, s.Email, s.Habits)).ToList(),
            }).ToListAsync(cancellationToken);
        return found.ConvertAll(p => new KitPlacement(p.Name, p.Address, communes[p.InseeCode].Label, p.Slot!.Value, p.StartsOn, p.EndsOn, p.Supervisors));
    }
}
