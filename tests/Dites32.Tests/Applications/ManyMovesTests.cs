using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

[Trait("Category", "Long")]
public sealed class ManyMovesTests : PipelineTest
{
    [Fact]
    public async Task Of_a_thousand_moves_of_ten_cards_at_once_none_is_lost_unsaid()
    {
        var offer = await this.OfferAsync();
        var cards = new List<(Guid Id, uint Version)>();
        for (var i = 0; i < 10; i++)
        {
            var id = await ApplyAsync(offer, $"Personne {i}");
            cards.Add((id, (await StateAsync(id)).Version));
        }

        StageCategory[] wanted = [StageCategory.InReview, StageCategory.Shortlisted, StageCategory.Interview, StageCategory.Visit];
        var stages = new List<Guid>();
        foreach (var category in wanted)
        {
            stages.Add(await StageAsync(offer.Id, category));
        }

        var recruiters = new List<Actor>();
        for (var i = 0; i < 100; i++)
        {
            recruiters.Add(await MissionAsync());
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            SendAsync(recruiters[i / 10], new MoveApplication(cards[i % 10].Id, stages[i / 10 % 4], cards[i % 10].Version))));

        Assert.All(answers.Where(a => a.Error is not null), answer =>
        {
            Assert.Equal("application.moved-meanwhile", answer.Error!.Code);
            Assert.StartsWith("Camille Essai a déplacé", answer.Error.Message, StringComparison.Ordinal);
        });
        var moved = await InDatabaseAsync(db => db.ApplicationEvents.CountAsync(e => e.Kind == ApplicationEventKind.Moved, Stop));
        Assert.Equal(10, moved); // all saw the same version: one of each hundred wins
        Assert.Equal(moved, answers.Count(a => a.Error is null));
    }
}
