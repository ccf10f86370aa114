using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Where the open posts come from, and how the last readings of France Travail went.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetJobSources : IQuery<Result<JobSources>>, IBehindTheWall
{
    public const int Readings = 10;
}

/// <param name="Open">How many posts are open, by source; those of none are left out.</param>
/// <param name="IsConnected">Whether the portal reads France Travail.</param>
/// <param name="LastRead">The last reading that took offers; null before there was one.</param>
/// <param name="Readings">The last ones, failures too, the newest first.</param>
public sealed record JobSources(IReadOnlyList<(JobSource Source, int Count)> Open, bool IsConnected, ReadingLine? LastRead, IReadOnlyList<ReadingLine> Readings);

/// <param name="Skipped">Offers left out: their commune or their contract is none that the portal knows.</param>
public sealed record ReadingLine(DateTimeOffset At, ReadingOutcome Outcome, int Taken, int Added, int Closed, int Skipped);

internal sealed class GetJobSourcesHandler(SpouseDbContext db, FranceTravailOffers service, TimeProvider clock) : IRequestHandler<GetJobSources, Result<JobSources>>
{
    private static readonly ReadingOutcome[] Read = [ReadingOutcome.Complete, ReadingOutcome.Partial];

    public async Task<Result<JobSources>> Handle(GetJobSources query, CancellationToken cancellationToken)
    {
        var open = await db.Vacancies.OpenOn(clock.Today()).GroupBy(v => v.Source).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var lines = db.Readings.OrderByDescending(r => r.Id);
        var last = await lines.Where(r => Read.Contains(r.Outcome)).FirstOrDefaultAsync(cancellationToken);
        var readings = await lines.Take(GetJobSources.Readings).ToListAsync(cancellationToken);
        return new JobSources(
            [.. open.OrderBy(s => s.Key).Select(s => (s.Key, s.Count))], service.IsConnected, last is null ? null : LineOf(last), [.. readings.Select(LineOf)]);
    }

    private static ReadingLine LineOf(FranceTravailReading reading) =>
        new(reading.At, reading.Outcome, reading.Taken, reading.Added, reading.Closed, reading.Skipped);
}
