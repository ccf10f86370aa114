using Dites32.Core.Offers;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class PoolStagesTests : CoreTest
{
    [Fact]
    public async Task The_pool_of_the_mission_has_the_usual_stages()
    {
        var stages = await InDatabaseAsync(db => db.Stages.Where(s => s.OfferId == null).OrderBy(s => s.Position).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            StageTemplate.Usual.Select(t => (t.Position, t.Label, t.Category, t.NotifiesCandidate, Stage.Of(null, t).AnswerDays)),
            stages.Select(s => (s.Position, s.Label, s.Category, s.NotifiesCandidate, s.AnswerDays)));
    }
}
