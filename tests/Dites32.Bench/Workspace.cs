using Dites32.Core.Applications;
using Dites32.Core.Shared;

namespace Dites32.Bench;

/// <summary>The recruiter's side, through the dispatcher: boards with many cards, and moves.</summary>
internal static class Workspace
{
    // A card goes back and forth between two open stages, so that the measure can be run again.
    private const string Cards = """
        SELECT a.id, a.xmin, s.id FROM application a
        JOIN offer o ON o.id = a.offer_id AND o.status = 'Published'
        JOIN stage s ON s.offer_id = a.offer_id AND s.category = CASE a.category WHEN 'InReview' THEN 'Shortlisted' ELSE 'InReview' END
        WHERE a.category IN ('Received', 'InReview', 'Shortlisted') ORDER BY md5(a.id::text)
        """;

    public static async Task MeasureAsync(Report report, Core core, string connectionString, Actor mission, int parallel, int seconds)
    {
        var boards = await Databases.ListAsync(connectionString,
            "SELECT offer_id, count(*) FROM application GROUP BY offer_id ORDER BY 2 DESC, 1 LIMIT 50", r => r.GetGuid(0));
        async Task<bool> ReadAsync(int i) => (await core.SendAsync(mission, new GetBoard(boards[i % boards.Count]))).Error is null;
        await Load.OfAsync(parallel, 2, ReadAsync);
        await AddAsync("Board of an offer (the 50 with most applications)", ReadAsync);

        var cards = await Databases.ListAsync(connectionString, Cards, r => new MoveApplication(r.GetGuid(0), r.GetGuid(2), r.GetFieldValue<uint>(1)));
        var next = -1;
        async Task<bool> MoveAsync(int _)
        {
            var i = Interlocked.Increment(ref next);
            return i < cards.Count && (await core.SendAsync(mission, cards[i])).Error is null;
        }

        await Load.OfAsync(parallel, 2, MoveAsync);
        await AddAsync("Move of a card (with its mail and its audit entry)", MoveAsync);

        async Task AddAsync(string name, Func<int, Task<bool>> run)
        {
            var before = Statements.Count;
            var figures = await Load.OfAsync(parallel, seconds, run);
            report.Add(name, figures, (Statements.Count - before) / (double)figures.Requests, $"through the dispatcher, {parallel} at a time");
        }
    }
}
