using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Dites32.E2E.Kills;

/// <summary>A portal of its own: it dies here again and again.</summary>
public sealed class KillTests(Portal portal) : IClassFixture<Portal>
{
    private const int Kills = 20;
    private const int People = 8;

    private int people;

    [Fact, Trait("Category", "Long")]
    public async Task Twenty_kills_during_submits_lose_nothing_and_double_nothing()
    {
        var offer = await portal.OfferAsync("Collaboration à Samatan");
        using var end = new CancellationTokenSource();
        var confirmed = new ConcurrentBag<Receipt>();
        var crowd = Enumerable.Range(0, People).Select(_ => Task.Run(() => ApplyUntilAsync($"{offer.Path()}/candidater", confirmed, end.Token))).ToList();

        var (watch, random) = (Stopwatch.StartNew(), new Random(32));
        for (var kill = 0; kill < Kills; kill++)
        {
            // Some submits later, and then at any instant of the next one.
            var enough = confirmed.Count + random.Next(1, 12);
            await Task.WhenAny(crowd.Append(ConfirmedAsync(confirmed, enough, random)));
            await portal.App.KillAsync();
            await portal.App.StartAsync();
        }

        await end.CancelAsync();
        var cuts = await Task.WhenAll(crowd);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{confirmed.Count} confirmations, {cuts.Sum()} cut requests, {Kills} kills in {watch.Elapsed.TotalSeconds:0} s");

        Assert.True(cuts.Sum() >= Kills, "The kills did not fall into the submits.");
        await EachReceiptIsKeptAsync(offer.Id, [.. confirmed]);
        await NoDocumentIsHalfAsync();
    }

    /// <summary>Nobody gave up: each was confirmed once, and each is there once, with its document and its mails.</summary>
    private async Task EachReceiptIsKeptAsync(Guid offerId, List<Receipt> receipts)
    {
        var rows = await portal.InDatabaseAsync(db => db.Applications
            .Where(a => a.OfferId == offerId && a.Message == "Bonjour, je persiste.").Select(a => new { a.Id, a.SubmissionId }).ToListAsync());
        var documents = await portal.InDatabaseAsync(db => db.Documents.Select(d => new { d.OwnerId, d.Sha256 }).ToListAsync());
        var mails = await portal.InDatabaseAsync(db => db.OutboxEmails.Where(e => e.AboutId != null)
            .Select(e => new { Id = e.AboutId!.Value, e.Kind }).ToListAsync());
        var drafts = await portal.InDatabaseAsync(db => db.ApplicationDrafts.Where(d => d.SentAt != null).Select(d => d.Id).ToListAsync());

        Assert.Equal(receipts.Count, receipts.DistinctBy(r => r.DraftId).Count());
        Assert.Equal(receipts.Select(r => r.DraftId).Order(), rows.Select(r => r.SubmissionId).Order());
        Assert.Equal(receipts.Select(r => r.DraftId).Order(), drafts.Order());

        var cvOf = receipts.ToDictionary(r => r.DraftId, r => r.CvSha256);
        var joinedTo = documents.ToLookup(d => d.OwnerId, d => Convert.ToHexStringLower(d.Sha256));
        var sentAbout = mails.ToLookup(m => m.Id, m => m.Kind);
        Assert.All(rows, row =>
        {
            Assert.Equal([cvOf[row.SubmissionId]], joinedTo[row.Id]);
            Assert.Equal(["application.arrived", "application.received"], sentAbout[row.Id].Order());
        });
        Assert.Equal(rows.Count, documents.Count); // and none is left with a draft
        Assert.Equal(rows.Count, mails.Count(m => m.Kind == "application.received"));
    }

    private async Task NoDocumentIsHalfAsync()
    {
        var broken = await portal.InDatabaseAsync(db => db.Database.SqlQuery<Guid>($"""
            SELECT d.id AS "Value"
            FROM document d LEFT JOIN document_chunk c ON c.document_id = d.id
            GROUP BY d.id
            HAVING coalesce(sum(octet_length(c.bytes)), 0) <> d.size_bytes
                OR sha256(string_agg(c.bytes, ''::bytea ORDER BY c.number)) IS DISTINCT FROM d.sha256
                OR count(*) <> max(c.number) + 1
            """).ToListAsync());
        Assert.Empty(broken);
    }

    /// <returns>How often the connection was cut.</returns>
    private async Task<int> ApplyUntilAsync(string path, ConcurrentBag<Receipt> confirmed, CancellationToken end)
    {
        var cuts = 0;
        while (!end.IsCancellationRequested)
        {
            using var somebody = new Submitter(portal.App, path, Interlocked.Increment(ref people));
            confirmed.Add(await somebody.ApplyAsync());
            cuts += somebody.Cuts;
        }

        return cuts;
    }

    private static async Task ConfirmedAsync(ConcurrentBag<Receipt> confirmed, int enough, Random random)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(5, 50)));
        while (confirmed.Count < enough)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
