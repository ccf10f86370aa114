using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Where an intern lives and may live: their rooms, their requests with their rank, the rules, and what each room costs them
/// once the State's allowance is counted. Errors: intern-space.no-file.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyHousing : IQuery<Result<MyHousing>>;

/// <param name="Semesters">Those that are not over, with requests open or a room.</param>
public sealed record MyHousing(IReadOnlyList<MyHousingSemester> Semesters, IReadOnlyList<DwellingOffer> Dwellings, IReadOnlyList<AllowanceRate> Rates);

/// <param name="Round">Null where the requests are not open: there is a room.</param>
/// <param name="Ahead">Requests that come before this one; null where nothing waits.</param>
/// <param name="IsAmbulatory">The placement of the semester is.</param>
public sealed record MyHousingSemester(
    Guid SemesterId, DateOnly StartsOn, DateOnly EndsOn, HousingRoundInfo? Round, MyHousingRequest? Request, int? Ahead, MyRoom? Room, bool IsAmbulatory, bool IsPlaced);

/// <param name="DeclineReason">What was answered, where no room was found.</param>
public sealed record MyHousingRequest(DateOnly StartsOn, DateOnly EndsOn, string? Wishes, bool IsKnownToFlatmates, DateTimeOffset AskedAt, string? DeclineReason);

public sealed record MyRoom(
    string DwellingName, string RoomName, string CommuneName, int MonthlyRent, bool IsOfAuthority, DateOnly StartsOn, DateOnly EndsOn, bool IsKnownToFlatmates);

/// <summary>A dwelling as those who may ask for it see it: without keys, owner and exact address.</summary>
public sealed record DwellingOffer(
    Guid Id, string Name, string CommuneName, bool IsOfAuthority, string? Description, string? Rules, IReadOnlyList<(string Name, int MonthlyRent)> Rooms,
    IReadOnlyList<DwellingPhotoInfo> Photos);

internal sealed class GetMyHousingHandler(AppDbContext db, InternAccess access, HousingDemand demand, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<GetMyHousing, Result<MyHousing>>
{
    public async Task<Result<MyHousing>> Handle(GetMyHousing query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var today = clock.Today();
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        var semesters = await db.Semesters.AsNoTracking().Where(s => s.EndsOn >= today).OrderBy(s => s.StartsOn).ToListAsync(cancellationToken);
        var mine = new List<MyHousingSemester>();
        foreach (var semester in semesters)
        {
            var round = await db.HousingRounds.AsNoTracking().SingleOrDefaultAsync(r => r.SemesterId == semester.Id, cancellationToken);
            var room = await RoomAsync(intern, semester, communes, cancellationToken);
            if (round is not null || room is not null)
            {
                mine.Add(await SemesterAsync(intern, semester, round, room, cancellationToken));
            }
        }

        return new MyHousing(mine, await OffersAsync(communes, cancellationToken), await db.AllowanceRatesAsync(cancellationToken));
    }

    private async Task<MyHousingSemester> SemesterAsync(Intern intern, Semester semester, HousingRound? round, MyRoom? room, CancellationToken cancellationToken)
    {
        var request = await db.HousingRequests.AsNoTracking().SingleOrDefaultAsync(r => r.InternId == intern.Id && r.SemesterId == semester.Id, cancellationToken);
        var kinds = await db.Assignments.Where(a => a.InternId == intern.Id && a.SemesterId == semester.Id && a.PlacementId != null)
            .Join(db.Placements, a => a.PlacementId, p => p.Id, (a, p) => p.Kind).ToListAsync(cancellationToken);
        int? ahead = request is { DeclinedAt: null } && room is null && round is not null
            ? (await demand.RankAsync(round, semester, cancellationToken)).Index().First(r => r.Item.RequestId == request.Id).Index
            : null;
        return new MyHousingSemester(
            semester.Id, semester.StartsOn, semester.EndsOn, round is null ? null : new HousingRoundInfo(round.Deadline, round.Rules, round.Note),
            request is null ? null : new MyHousingRequest(request.StartsOn, request.EndsOn, request.Wishes, request.IsKnownToFlatmates, request.AskedAt, request.DeclineReason),
            ahead, room, kinds.Contains(PlacementKind.Ambulatory), kinds.Count > 0);
    }

    private async Task<MyRoom?> RoomAsync(Intern intern, Semester semester, IReadOnlyDictionary<string, CommuneInfo> communes, CancellationToken cancellationToken)
    {
        var found = await (
            from b in db.HousingBookings
            join r in db.Rooms on b.RoomId equals r.Id
            join d in db.Dwellings on r.DwellingId equals d.Id
            where b.InternId == intern.Id && b.SemesterId == semester.Id
            orderby b.StartsOn
            select new { b, r, d }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new MyRoom(
            found.d.Name, found.r.Name, communes[found.d.InseeCode].Name, found.r.MonthlyRent, found.d.IsOfAuthority, found.b.StartsOn, found.b.EndsOn, found.b.IsKnownToFlatmates);
    }

    private async Task<IReadOnlyList<DwellingOffer>> OffersAsync(IReadOnlyDictionary<string, CommuneInfo> communes, CancellationToken cancellationToken)
    {
        var dwellings = await db.Dwellings.AsNoTracking().Where(d => d.ClosedAt == null).OrderBy(d => d.Name)
            .Select(d => new
            {
                Dwelling = d,
                Rooms = db.Rooms.Where(r => r.DwellingId == d.Id && r.ClosedAt == null).OrderBy(r => r.Name).Select(r => new { r.Name, r.MonthlyRent }).ToList(),
                Photos = db.DwellingPhotos.Where(p => p.DwellingId == d.Id).OrderBy(p => p.AddedAt)
                    .Select(p => new DwellingPhotoInfo(p.Hash, p.Description, p.Width, p.Height)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return dwellings.Where(d => d.Rooms.Count > 0).Select(d => new DwellingOffer(
            d.Dwelling.Id, d.Dwelling.Name, communes[d.Dwelling.InseeCode].Name, d.Dwelling.IsOfAuthority, d.Dwelling.Description, d.Dwelling.Rules,
            [.. d.Rooms.Select(r => (r.Name, r.MonthlyRent))], d.Photos)).ToList();
    }
}
