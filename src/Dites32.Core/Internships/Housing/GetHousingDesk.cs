using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>Who asks for a room in a semester, in the order of the rules, with the rooms that are free in the days they ask for. Errors: semester.not-found.</summary>
/// <param name="SemesterId">Null for the present one or, between two, the next; without any, the last.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetHousingDesk(Guid? SemesterId) : IQuery<Result<HousingDesk>>;

/// <param name="Round">Null where the requests are not open.</param>
/// <param name="Interns">Who may be given a room without a request: they are placed that semester and have none.</param>
public sealed record HousingDesk(
    IReadOnlyList<SemesterChoice> Semesters, SemesterChoice? Semester, HousingRoundInfo? Round, IReadOnlyList<HousingRequestRow> Waiting, IReadOnlyList<DeclinedRow> Declined,
    IReadOnlyList<InternChoice> Interns, IReadOnlyList<RoomChoice> Rooms, IReadOnlyList<AllowanceRate> Rates);

/// <param name="Rules">The strongest first.</param>
public sealed record HousingRoundInfo(DateOnly Deadline, IReadOnlyList<PriorityCriterion> Rules, string? Note);

/// <param name="Met">Those of the rules that the request meets.</param>
/// <param name="FreeRooms">In all the days that are asked for.</param>
/// <param name="IsAmbulatory">Their placement of the semester is: a State allowance may be lost.</param>
public sealed record HousingRequestRow(
    Guid Id, uint Version, Guid InternId, string InternName, string? Placement, bool IsAmbulatory, DateOnly StartsOn, DateOnly EndsOn, string? Wishes, DateTimeOffset AskedAt,
    IReadOnlyList<PriorityCriterion> Met, IReadOnlyList<RoomChoice> FreeRooms);

public sealed record DeclinedRow(Guid InternId, string InternName, DateTimeOffset DeclinedAt, string Reason);

public sealed record InternChoice(Guid Id, string Name);

public sealed record RoomChoice(Guid Id, string DwellingName, string Name, int MonthlyRent, bool IsOfAuthority)
{
    public string Label => $"{DwellingName}, {Name} ({MonthlyRent.ToString("N0", Clock.French)}\u00a0€)";
}

internal sealed class GetHousingDeskHandler(AppDbContext db, HousingDemand demand, TimeProvider clock) : IRequestHandler<GetHousingDesk, Result<HousingDesk>>
{
    public async Task<Result<HousingDesk>> Handle(GetHousingDesk query, CancellationToken cancellationToken)
    {
        var choices = await SemesterChoices.ReadAsync(db, query.SemesterId, clock.Today(), cancellationToken);
        if (choices.Error is not null)
        {
            return choices.Error;
        }

        var rates = await db.AllowanceRatesAsync(cancellationToken);
        if (choices.Value.Shown is not { } chosen)
        {
            return new HousingDesk([], null, null, [], [], [], [], rates);
        }

        var round = await db.HousingRounds.AsNoTracking().SingleOrDefaultAsync(r => r.SemesterId == chosen.Id, cancellationToken);
        var semester = await db.Semesters.AsNoTracking().SingleAsync(s => s.Id == chosen.Id, cancellationToken);
        var rooms = await OpenRoomsAsync(cancellationToken);
        return new HousingDesk(
            choices.Value.All, chosen, round is null ? null : new HousingRoundInfo(round.Deadline, round.Rules, round.Note),
            round is null ? [] : await WaitingAsync(round, semester, rooms, cancellationToken),
            await db.HousingRequests.Where(r => r.SemesterId == chosen.Id && r.DeclinedAt != null).OrderByDescending(r => r.DeclinedAt)
                .Join(db.Interns, r => r.InternId, i => i.Id, (r, i) => new DeclinedRow(i.Id, i.Name, r.DeclinedAt!.Value, r.DeclineReason!)).ToListAsync(cancellationToken),
            await db.Interns.Where(i => db.Assignments.Any(a => a.InternId == i.Id && a.SemesterId == chosen.Id && a.PlacementId != null)
                    && !db.HousingBookings.Any(b => b.InternId == i.Id && b.SemesterId == chosen.Id))
                .OrderBy(i => i.Name).Select(i => new InternChoice(i.Id, i.Name)).ToListAsync(cancellationToken),
            rooms, rates);
    }

    private async Task<IReadOnlyList<HousingRequestRow>> WaitingAsync(
        HousingRound round, Semester semester, IReadOnlyList<RoomChoice> rooms, CancellationToken cancellationToken)
    {
        var ranked = await demand.RankAsync(round, semester, cancellationToken);
        var waiting = await demand.Waiting(semester.Id)
            .Select(r => new
            {
                r.Id,
                Version = EF.Property<uint>(r, "Version"),
                Intern = db.Interns.Where(i => i.Id == r.InternId).Select(i => new { i.Id, i.Name }).Single(),
                Placement = db.Assignments.Where(a => a.InternId == r.InternId && a.SemesterId == semester.Id && a.PlacementId != null).OrderBy(a => a.StartsOn)
                    .Join(db.Placements, a => a.PlacementId, p => p.Id, (a, p) => new { p.Name, p.Kind }).FirstOrDefault(),
                r.StartsOn,
                r.EndsOn,
                r.Wishes,
                r.AskedAt,
            })
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        var bookings = await db.HousingBookings.AsNoTracking().Where(b => b.StartsOn <= semester.EndsOn.AddDays(HousingBooking.MarginDays)
            && b.EndsOn >= semester.StartsOn.AddDays(-HousingBooking.MarginDays)).ToListAsync(cancellationToken);
        return [.. ranked.Where(r => waiting.ContainsKey(r.RequestId)).Select(r =>
        {
            var w = waiting[r.RequestId];
            var taken = bookings.Where(b => b.StartsOn <= w.EndsOn && b.EndsOn >= w.StartsOn).Select(b => b.RoomId).ToHashSet();
            return new HousingRequestRow(
                w.Id, w.Version, w.Intern.Id, w.Intern.Name, w.Placement?.Name, w.Placement?.Kind == PlacementKind.Ambulatory, w.StartsOn, w.EndsOn, w.Wishes, w.AskedAt,
                [.. round.Rules.Where(r.Met.Contains)], [.. rooms.Where(room => !taken.Contains(room.Id))]);
        })];
    }

    private async Task<IReadOnlyList<RoomChoice>> OpenRoomsAsync(CancellationToken cancellationToken) =>
        await db.Rooms.Where(r => r.ClosedAt == null).Join(db.Dwellings.Where(d => d.ClosedAt == null), r => r.DwellingId, d => d.Id, (r, d) => new { r, d })
            .OrderBy(x => x.d.Name).ThenBy(x => x.r.Name)
            .Select(x => new RoomChoice(x.r.Id, x.d.Name, x.r.Name, x.r.MonthlyRent, x.d.IsOfAuthority)).ToListAsync(cancellationToken);
}
