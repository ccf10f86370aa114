using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The files by their next step, the latest first, a page at a time. Caseworkers only: no other role may know of one.</summary>
/// <param name="Mine">Only those confided to the reader, and those that nobody has (any more).</param>
/// <param name="State">Null for all that are not over.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListSpouseCases(bool Mine, SpouseCaseState? State, int PageNumber) : IQuery<Result<SpouseCaseList>>, IBehindTheWall
{
    public const int PageSize = 30;
}

/// <param name="Counts">Of the files in each state, mine or everybody's.</param>
/// <param name="Late">How many of those that are not over wait longer than their day.</param>
public sealed record SpouseCaseList(Page<SpouseCaseRow> Rows, IReadOnlyDictionary<SpouseCaseState, int> Counts, int Late);

/// <param name="DaysLate">Calendar days since the day of the next step; 0 when it is not over.</param>
/// <param name="OwnerName">Null while nobody has the file.</param>
public sealed record SpouseCaseRow(
    Guid Id, string Name, SpouseCaseState State, string? NextStep, DateOnly? NextStepOn, int DaysLate, string? OwnerName, string? CommuneName);

internal sealed class ListSpouseCasesHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListSpouseCases, Result<SpouseCaseList>>
{
    public async Task<Result<SpouseCaseList>> Handle(ListSpouseCases query, CancellationToken cancellationToken)
    {
        var (me, today) = (actor.RequiredAccountId, clock.Today());
        var all = db.Cases.SeenByCaseworkers();
        var files = query.Mine ? all.ConfidedTo(me, await caseworkers.AllAsync(cancellationToken)) : all;
        var counts = await files.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var late = await files.CountAsync(c => c.NextStepOn < today, cancellationToken);
        var chosen = query.State is { } state ? files.Where(c => c.State == state) : files.Where(c => c.State != SpouseCaseState.Closed);
        var total = await chosen.CountAsync(cancellationToken);
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (total + ListSpouseCases.PageSize - 1) / ListSpouseCases.PageSize));
        var rows = await chosen.OrderBy(c => c.NextStepOn == null).ThenBy(c => c.NextStepOn).ThenBy(c => c.Id)
            .Skip((int)Page<SpouseCaseRow>.Offset(number, ListSpouseCases.PageSize)).Take(ListSpouseCases.PageSize)
            .Select(c => new { c.Id, c.Name, c.State, c.NextStep, c.NextStepOn, c.OwnerId, c.InseeCode })
            .ToListAsync(cancellationToken);
        var owners = await caseworkers.NamedAsync(rows.Select(r => r.OwnerId), cancellationToken);
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        return new SpouseCaseList(
            new Page<SpouseCaseRow>(
                [.. rows.Select(r => new SpouseCaseRow(
                    r.Id, r.Name, r.State, r.NextStep, r.NextStepOn, SpouseCaseRules.DaysLate(r.NextStepOn, today),
                    r.OwnerId is { } owner ? owners.GetValueOrDefault(owner)?.DisplayName : null,
                    r.InseeCode is { } code ? communes.GetValueOrDefault(code)?.Name : null))],
                number, ListSpouseCases.PageSize, total),
            counts, late);
    }
}
