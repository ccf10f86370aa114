using Dites32.Core.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

[Trait("Category", "Long")]
public sealed class ManySubmissionsTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_submissions_of_a_hundred_drafts_at_once_give_a_hundred_applications()
    {
        var offer = await this.OfferAsync();
        var drafts = new List<(Guid DraftId, Core.Shared.Actor Holder)>();
        for (var i = 0; i < 100; i++)
        {
            drafts.Add(await this.DraftAsync(offer, $"personne{i}@example.org", $"Personne {i}"));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            SendAsync(drafts[i % 100].Holder, new SubmitApplication(drafts[i % 100].DraftId))));

        Assert.All(answers, answer => Assert.Null(answer.Error));
        Assert.Equal(100, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
        Assert.Equal(100, await InDatabaseAsync(db => db.Candidates.CountAsync(Stop)));
        Assert.Equal(100, await InDatabaseAsync(db => db.ApplicationEvents.CountAsync(e => e.Kind == ApplicationEventKind.Submitted, Stop)));
        Assert.Equal(100, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "application.received", Stop)));
        Assert.Equal(100, await InDatabaseAsync(db => db.ApplicationDrafts.CountAsync(d => d.SentAt != null && d.ApplicationId != null, Stop)));
    }
}
