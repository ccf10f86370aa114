using Dites32.Core.Offers;

namespace Dites32.Tests.Offers;

public sealed class OfferLifecycleTests
{
    // One line per status; the columns are the moves in the order of the enum: ask moderation, publish, send back, renew, fill, expire, withdraw.
    private static readonly Dictionary<OfferStatus, string> Expected = new()
    {
        [OfferStatus.Draft] = "ToModerate Published - - - - Withdrawn",
        [OfferStatus.ToModerate] = "- Published Draft - - - Withdrawn",
        [OfferStatus.Published] = "- - - Published Filled Expired Withdrawn",
        [OfferStatus.Filled] = "- - - - - - -",
        [OfferStatus.Expired] = "- - - Published Filled - Withdrawn",
        [OfferStatus.Withdrawn] = "- - - - - - -",
    };

    [Fact]
    public void Each_move_from_each_status_leads_where_the_table_says_or_nowhere()
    {
        foreach (var from in Enum.GetValues<OfferStatus>())
        {
            var ends = Enum.GetValues<OfferMove>().Select(move => OfferLifecycle.After(from, move)?.ToString() ?? "-");
            Assert.Equal($"{from}: {Expected[from]}", $"{from}: {string.Join(' ', ends)}");
        }
    }

    [Fact]
    public void Every_event_and_every_status_has_its_name()
    {
        Assert.All(Enum.GetValues<OfferStatus>(), status => Assert.NotEmpty(status.Label()));
        Assert.All(Enum.GetValues<OfferEventKind>(), kind => Assert.NotEmpty(kind.Label()));
    }
}
