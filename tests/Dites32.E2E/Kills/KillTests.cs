using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Dites32.E2E.Kills;

/// <summary>A portal of its own: it dies here again and again.</summary>
public sealed class KillTests(Portal portal) : IClassFixture<Portal>
{
    private const int Kills = 20;
    private const int People = 8;

    [Fact, Trait("Category", "Long")]
    public async Task Twenty_kills_during_submits_lose_nothing_and_double_nothing()
    {
        var offer = await portal.OfferAsync("Collaboration à Samatan");
        using var end = new CancellationTokenSource();
        var confirmed = new ConcurrentBag<Guid>();
        var people = Enumerable.Range(0, People).Select(_ => Task.Run(() => ApplyUntilAsync($"{offer.Path()}/candidater", confirmed, end.Token))).ToList();

        var (watch, random) = (Stopwatch.StartNew(), new Random(32));
        for (var kill = 0; kill < Kills; kill++)
        {
            // Some submits later, and then at any instant of the next one.
            var enough = confirmed.Count + random.Next(1, 12);
            await Task.WhenAny(people.Append(ConfirmedAsync(confirmed, enough, random)));
            await portal.App.KillAsync();
            await portal.App.StartAsync();
        }

        await end.CancelAsync();
        var cuts = await Task.WhenAll(people);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{confirmed.Count} confirmations, {cuts.Sum()} cut requests, {Kills} kills in {watch.Elapsed.TotalSeconds:0} s");

        Assert.True(cuts.Sum() >= Kills, "The kills did not fall into the submits.");
        var rows = await portal.InDatabaseAsync(db => db.Applications
            .Where(a => a.OfferId == offer.Id && a.Message == "Bonjour, je persiste.").Select(a => new { a.Id, a.SubmissionId }).ToListAsync());
        var mails = await portal.InDatabaseAsync(db => db.OutboxEmails
            .Where(e => e.Kind == "application.received").GroupBy(e => e.AboutId!.Value).Select(g => new { Id = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Id, g => g.Count));
        var drafts = await portal.InDatabaseAsync(db => db.ApplicationDrafts.Where(d => d.SentAt != null).Select(d => d.Id).ToListAsync());

        Assert.Equal(confirmed.Count, confirmed.Distinct().Count());
        Assert.Equal(confirmed.Order(), rows.Select(r => r.SubmissionId).Order()); // nobody gave up: each was confirmed once, each is there once
        Assert.Equal(confirmed.Order(), drafts.Order());
        Assert.All(rows, row => Assert.Equal(1, mails[row.Id]));
        Assert.Equal(rows.Count, mails.Count);
    }

    /// <returns>How often the connection was cut.</returns>
    private async Task<int> ApplyUntilAsync(string path, ConcurrentBag<Guid> confirmed, CancellationToken end)
    {
        var cuts = 0;
        while (!end.IsCancellationRequested)
        {
            using var somebody = new Submitter(portal.App, path);
            confirmed.Add(await somebody.ApplyAsync());
            cuts += somebody.Cuts;
        }

        return cuts;
    }

    private static async Task ConfirmedAsync(ConcurrentBag<Guid> confirmed, int enough, Random random)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(5, 50)));
        while (confirmed.Count < enough)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
