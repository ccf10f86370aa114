using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>The dwellings by name, and how full they are in a semester. Errors: semester.not-found.</summary>
/// <param name="SemesterId">Null for the present one or, between two, the next; without any, the last.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListDwellings(Guid? SemesterId) : IQuery<Result<DwellingList>>;

/// <param name="Semester">Null where none is written.</param>
public sealed record DwellingList(IReadOnlyList<DwellingRow> Dwellings, IReadOnlyList<SemesterChoice> Semesters, SemesterChoice? Semester)
{
    /// <summary>Open rooms.</summary>
    public int Rooms => Dwellings.Sum(d => d.Rooms);

    /// <summary>Nights of the semester that are booked, over all rooms.</summary>
    public int BookedNights => Dwellings.Sum(d => d.BookedNights);

    /// <summary>Nights that the open rooms offer in the semester.</summary>
    public int Nights => Semester is null ? 0 : Rooms * Semester.Days;
}

/// <param name="Rooms">That are open.</param>
/// <param name="Lodged">Interns with a room there in the semester.</param>
public sealed record DwellingRow(Guid Id, string Name, string CommuneName, string OwnerName, bool IsOfAuthority, bool IsClosed, int Rooms, int Lodged, int BookedNights);

/// <summary>One dwelling, with its rooms and who sleeps there from now on. Errors: housing.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetDwelling(Guid DwellingId) : IQuery<Result<DwellingFile>>;

public sealed record DwellingFile(
    Guid Id, uint Version, string Name, string CommuneLabel, string Address, string OwnerName, string? OwnerPhone, string? OwnerEmail, bool IsOfAuthority, string? Description,
    string? Keys, string? Road, string? Rules, bool IsClosed, IReadOnlyList<RoomRow> Rooms, IReadOnlyList<DwellingPhotoInfo> Photos)
{
    public bool TakesPhotos => Photos.Count < Dwelling.MaxPhotos;
}

/// <param name="Bookings">Those that are not over, the first first.</param>
public sealed record RoomRow(Guid Id, uint Version, string Name, int MonthlyRent, bool IsClosed, IReadOnlyList<RoomBooking> Bookings);

public sealed record RoomBooking(Guid Id, uint Version, Guid InternId, string InternName, DateOnly StartsOn, DateOnly EndsOn);

public sealed record DwellingPhotoInfo(string Hash, string Description, int Width, int Height);

internal sealed class ListDwellingsHandler(AppDbContext db, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListDwellings, Result<DwellingList>>, IRequestHandler<GetDwelling, Result<DwellingFile>>
{
    public async Task<Result<DwellingList>> Handle(ListDwellings query, CancellationToken cancellationToken)
    {
        var choices = await SemesterChoices.ReadAsync(db, query.SemesterId, clock.Today(), cancellationToken);
        if (choices.Error is not null)
        {
            return choices.Error;
        }

        var semester = choices.Value.Shown;
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        var dwellings = await db.Dwellings.AsNoTracking().OrderBy(d => d.ClosedAt != null).ThenBy(d => d.Name).ToListAsync(cancellationToken);
        var rooms = await db.Rooms.AsNoTracking().ToListAsync(cancellationToken);
        var bookings = semester is null ? [] : await db.HousingBookings.AsNoTracking()
            .Where(b => b.StartsOn <= semester.EndsOn && b.EndsOn >= semester.StartsOn).ToListAsync(cancellationToken);
        return new DwellingList(
            dwellings.ConvertAll(d =>
            {
                var own = rooms.Where(r => r.DwellingId == d.Id).Select(r => r.Id).ToHashSet();
                var there = bookings.Where(b => own.Contains(b.RoomId)).ToList();
                return new DwellingRow(
                    d.Id, d.Name, communes[d.InseeCode].Name, d.OwnerName, d.IsOfAuthority, d.ClosedAt is not null,
                    d.ClosedAt is null ? rooms.Count(r => r.DwellingId == d.Id && r.ClosedAt is null) : 0, there.DistinctBy(b => b.InternId).Count(),
                    there.Sum(b => NightsWithin(b, semester!)));
            }),
            choices.Value.All, semester);
    }

    public async Task<Result<DwellingFile>> Handle(GetDwelling query, CancellationToken cancellationToken)
    {
        if (await db.Dwellings.SingleOrDefaultAsync(d => d.Id == query.DwellingId, cancellationToken) is not { } dwelling)
        {
            return HousingErrors.NotFound;
        }

        var today = clock.Today();
        var rooms = await db.Rooms.Where(r => r.DwellingId == dwelling.Id).OrderBy(r => r.Name)
            .Select(r => new RoomRow(
                r.Id, EF.Property<uint>(r, "Version"), r.Name, r.MonthlyRent, r.ClosedAt != null,
                db.HousingBookings.Where(b => b.RoomId == r.Id && b.EndsOn >= today).OrderBy(b => b.StartsOn)
                    .Join(db.Interns, b => b.InternId, i => i.Id, (b, i) => new RoomBooking(b.Id, EF.Property<uint>(b, "Version"), i.Id, i.Name, b.StartsOn, b.EndsOn)).ToList()))
            .ToListAsync(cancellationToken);
        return new DwellingFile(
            dwelling.Id, db.Entry(dwelling).Property<uint>("Version").CurrentValue, dwelling.Name, (await catalogues.GetAsync(cancellationToken)).Communes[dwelling.InseeCode].Label,
            dwelling.Address, dwelling.OwnerName, dwelling.OwnerPhone, dwelling.OwnerEmail, dwelling.IsOfAuthority, dwelling.Description, dwelling.Keys, dwelling.Road,
            dwelling.Rules, dwelling.ClosedAt is not null, rooms, await db.PhotosOf(dwelling.Id).ToListAsync(cancellationToken));
    }

    /// <summary>Both days are slept.</summary>
    private static int NightsWithin(HousingBooking booking, SemesterChoice semester) =>
        Math.Min(booking.EndsOn.DayNumber, semester.EndsOn.DayNumber) - Math.Max(booking.StartsOn.DayNumber, semester.StartsOn.DayNumber) + 1;
}

internal static class HousingQueries
{
    public static IQueryable<DwellingPhotoInfo> PhotosOf(this AppDbContext db, Guid dwellingId) =>
        db.DwellingPhotos.Where(p => p.DwellingId == dwellingId).OrderBy(p => p.AddedAt).Select(p => new DwellingPhotoInfo(p.Hash, p.Description, p.Width, p.Height));

    public static Task<List<AllowanceRate>> AllowanceRatesAsync(this AppDbContext db, CancellationToken cancellationToken) =>
        db.HousingAllowances.OrderByDescending(a => a.StartsOn).Select(a => new AllowanceRate(a.StartsOn, a.MonthlyEuros, a.UsualRent, a.Source)).ToListAsync(cancellationToken);
}
