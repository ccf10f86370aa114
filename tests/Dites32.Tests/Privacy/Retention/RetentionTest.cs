using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy.Retention;

/// <summary>Applications in each state, and nights that pass.</summary>
public abstract class RetentionTest : PipelineTest
{
    private protected SampleSite Site { get; private set; } = null!;
    private protected Offer Offer { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Site = await this.SiteAsync();
        Offer = await this.OfferAsync(Site);
    }

    private protected async Task RealAsync(params RetentionRule[] rules)
    {
        var administrator = await SomeoneAsync(Role.Administrator);
        foreach (var rule in rules)
        {
            Assert.Null((await SendAsync(administrator, new SwitchRetention(rule, IsReal: true))).Error);
        }
    }

    private protected async Task NightAsync()
    {
        Assert.Null((await SendAsync(Actor.System, new ApplyRetention())).Error);
        Assert.Null((await SendAsync(Actor.System, new CountErased())).Error);
    }

    private protected async Task NightAfterAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await NightAsync();
    }

    private protected async Task<Guid> EndedAsync(StageCategory end, params StageCategory[] way)
    {
        var id = await ApplyAsync(Offer, $"Personne {end}", $"{Guid.NewGuid():N}@exemple.fr");
        await MoveAllTheWayAsync(Site.Recruiter, id, [.. way, end]);
        return id;
    }

    private protected async Task PoolAsync(Guid id, bool joins) =>
        Assert.Null((await SendAsync(await PersonAsync(id), new ChoosePool(id, joins))).Error);

    /// <summary>Known: with its person. Erased: without. Gone: a figure.</summary>
    private protected Task<string> FateAsync(Guid id) => InDatabaseAsync(async db =>
        await db.Applications.Where(a => a.Id == id).Select(a => a.ErasedAt == null ? "known" : "erased").SingleOrDefaultAsync(Stop) ?? "gone");

    private protected Task<List<OutboxEmail>> NoticesAsync() => InDatabaseAsync(db =>
        db.OutboxEmails.AsNoTracking().Where(m => m.Kind == RetentionEmails.Kind).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(Stop));

    private protected async Task<RuleOverview> SeenAsync(RetentionRule rule) =>
        (await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new GetRetention())).Value.Rules.Single(r => r.Rule == rule);
}
