using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The files as cards in the columns of their states, the latest first, at most <see cref="MaxCards"/> in each.</summary>
/// <param name="Mine">Only those confided to the reader, and those that nobody has (any more).</param>
/// <param name="WithClosed">Also those that are closed.</param>
/// <param name="Moved">A file that has just been moved, wherever it is now.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetSpouseBoard(bool Mine, bool WithClosed, Guid? Moved) : IQuery<Result<SpouseBoard>>, IBehindTheWall
{
    public const int MaxCards = 30;
}

/// <param name="Closed">How many files are closed.</param>
public sealed record SpouseBoard(IReadOnlyList<SpouseBoardColumn> Columns, int Closed, SpouseCard? Moved);

/// <param name="Count">Of all cards, shown or not.</param>
public sealed record SpouseBoardColumn(SpouseCaseState State, int Count, IReadOnlyList<SpouseCard> Cards);

/// <param name="Moves">The states that it may enter.</param>
public sealed record SpouseCard(
    Guid Id, uint Version, string Name, SpouseCaseState State, string? NextStep, DateOnly? NextStepOn, int DaysLate, string? OwnerName,
    IReadOnlyList<SpouseCaseState> Moves);

internal sealed class GetSpouseBoardHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, TimeProvider clock)
    : IRequestHandler<GetSpouseBoard, Result<SpouseBoard>>
{
    private sealed record Row(Guid Id, uint Version, string Name, SpouseCaseState State, string? NextStep, DateOnly? NextStepOn, Guid? OwnerId, bool HasAgreed);

    public async Task<Result<SpouseBoard>> Handle(GetSpouseBoard query, CancellationToken cancellationToken)
    {
        var all = db.Cases.SeenByCaseworkers();
        var files = query.Mine ? all.ConfidedTo(actor.RequiredAccountId, await caseworkers.AllAsync(cancellationToken)) : all;
        var counts = await files.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var states = Enum.GetValues<SpouseCaseState>().Where(s => query.WithClosed || SpouseCaseRules.NeedsNextStep(s)).ToList();
        var rows = new List<Row>();
        foreach (var state in states.Where(counts.ContainsKey))
        {
            rows.AddRange(await Rows(files.Where(c => c.State == state)
                .OrderBy(c => c.NextStepOn).ThenByDescending(c => c.StateSince).ThenBy(c => c.Id).Take(GetSpouseBoard.MaxCards)).ToListAsync(cancellationToken));
        }

        var moved = query.Moved is { } id ? await Rows(all.Where(c => c.Id == id)).SingleOrDefaultAsync(cancellationToken) : null;
        var names = await caseworkers.NamedAsync(rows.Select(r => r.OwnerId), cancellationToken);
        var today = clock.Today();
        var cards = rows.Select(Card).ToLookup(c => c.State);
        return new SpouseBoard(
            [.. states.Select(s => new SpouseBoardColumn(s, counts.GetValueOrDefault(s), [.. cards[s]]))],
            counts.GetValueOrDefault(SpouseCaseState.Closed), moved is null ? null : Card(moved));

        SpouseCard Card(Row row) => new(
            row.Id, row.Version, row.Name, row.State, row.NextStep, row.NextStepOn, SpouseCaseRules.DaysLate(row.NextStepOn, today),
            row.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.DisplayName : null, SpouseCaseRules.MovesOf(row.State, row.HasAgreed));
    }

    private static IQueryable<Row> Rows(IQueryable<SpouseCase> files) => files.Select(c =>
        new Row(c.Id, EF.Property<uint>(c, "Version"), c.Name, c.State, c.NextStep, c.NextStepOn, c.OwnerId, c.ConsentedAt != null));
}
