using System.Diagnostics;
using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Core.Demo;

/// <summary>
/// Adds many made-up offers and applications at real places, to measure the portal as it will be after years. They are made
/// by the entities' own rules and written by COPY, with every constraint in place. The same numbers on the same day give
/// the same texts, dates and moves; only the ids are drawn anew, so that it can be run again.
/// </summary>
public static class LargeSeed
{
    private const int BatchSize = 2000;

    public static async Task<LargeSeedResult> RunAsync(
        string ownerConnectionString, int offers, int applications, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        var now = clock.GetUtcNow().ToUniversalTime();
        var options = new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(ownerConnectionString).Options;
        await using var db = new AppDbContext(options);
        var ground = await LargeSeedGround.PrepareAsync(db, now, cancellationToken);
        var plans = LargeSeedPlan.Draw(offers, applications, now);
        var copies = new Copies(db);
        var total = new LargeSeedResult();

        // Two at a time: while one makes its rows, the other's are written.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 4), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(plans.Chunk(BatchSize).Index(), parallel, async (batch, stop) =>
        {
            var written = await WriteAsync(ownerConnectionString, copies, ground, batch.Item, new Random(3200 + batch.Index), now, stop);
            lock (plans)
            {
                total += written;
            }
        });

        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 300 };
        await analyze.ExecuteNonQueryAsync(cancellationToken);
        return total with { Elapsed = watch.Elapsed };
    }

    private static async Task<LargeSeedResult> WriteAsync(
        string connectionString, Copies copies, LargeSeedGround ground, IReadOnlyList<LargeSeedPlan> plans, Random random,
        DateTimeOffset now, CancellationToken stop)
    {
        var maker = new LargeSeedOffers(ground, random);
        var applicants = new LargeSeedApplications(ground, random, now);
        var offers = plans.Select(plan => maker.Make(plan)).ToList();
        var applications = offers.Zip(plans).SelectMany(pair => applicants.Make(pair.First, pair.Second)).ToList();

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var written = new LargeSeedResult
        {
            Offers = await copies.Offers.WriteAsync(connection, offers, stop),
            Stages = await copies.Stages.WriteAsync(connection, offers.SelectMany(o => o.Stages), stop),
            Events = await copies.OfferEvents.WriteAsync(connection, offers.SelectMany(o => o.History), stop),
            Candidates = await copies.Candidates.WriteAsync(connection, applications.Select(a => a.Candidate), stop),
            Applications = await copies.Applications.WriteAsync(connection, applications, stop),
        };
        written = written with
        {
            Events = written.Events + await copies.ApplicationEvents.WriteAsync(connection, applications.SelectMany(a => a.History), stop),
        };
        await transaction.CommitAsync(stop);
        return written;
    }

    private sealed class Copies(AppDbContext db)
    {
        public RowCopy<Offer> Offers { get; } = new(db.Model);
        public RowCopy<Stage> Stages { get; } = new(db.Model);
        public RowCopy<OfferEvent> OfferEvents { get; } = new(db.Model);
        public RowCopy<Candidate> Candidates { get; } = new(db.Model);

        /// <summary>No move waits any more, and none of their mails was ever written.</summary>
        public RowCopy<Application> Applications { get; } = new(
            db.Model, nameof(Application.FormerStageId), nameof(Application.FormerCategory), nameof(Application.TakeBackUntil), nameof(Application.WaitingEmailId));

        public RowCopy<ApplicationEvent> ApplicationEvents { get; } = new(db.Model);
    }
}

/// <summary>How many rows were added.</summary>
public sealed record LargeSeedResult
{
    public long Offers { get; init; }
    public long Stages { get; init; }
    public long Events { get; init; }
    public long Candidates { get; init; }
    public long Applications { get; init; }
    public TimeSpan Elapsed { get; init; }

    public static LargeSeedResult operator +(LargeSeedResult a, LargeSeedResult b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new()
        {
            Offers = a.Offers + b.Offers,
            Stages = a.Stages + b.Stages,
            Events = a.Events + b.Events,
            Candidates = a.Candidates + b.Candidates,
            Applications = a.Applications + b.Applications,
        };
    }
}
