using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy.Retention;

/// <summary>Night after night for six years: who is told, forgotten and gone on which day, and nobody else.</summary>
[Trait("Category", "Long")]
public sealed class SixYearsTests : RetentionTest
{
    private readonly Dictionary<Guid, string> names = [];
    private readonly List<string> happened = [];

    [Fact]
    public async Task Everybody_is_told_and_forgotten_on_their_day()
    {
        await RealAsync([.. RetentionRules.All]);
        var (refused, pool, post) = (await EndedAsync(StageCategory.Refused), await EndedAsync(StageCategory.Refused), await EndedAsync(StageCategory.InPost, StageCategory.Interview, StageCategory.Accepted));
        var (closed, dormant, spontaneous) = (await EndedAsync(StageCategory.Closed), await ApplyAsync(Offer), await ApplyAsync(null));
        var (withdrawn, erased) = (await ApplyAsync(Offer), await ApplyAsync(Offer));
        Assert.Null((await SendAsync(await PersonAsync(withdrawn), new WithdrawApplication(withdrawn))).Error);
        Assert.Null((await SendAsync(await PersonAsync(erased), new EraseApplication(erased))).Error);
        await PoolAsync(pool, joins: true);
        await PoolAsync(spontaneous, joins: true);
        foreach (var (id, name) in new[] { (refused, "refused"), (pool, "pool"), (post, "in post"), (closed, "closed"), (dormant, "dormant"), (spontaneous, "spontaneous"), (withdrawn, "withdrawn"), (erased, "erased") })
        {
            names[id] = name;
        }

        var last = new DateOnly(2032, 3, 2);
        while (Clock.Now.ParisDay() < last)
        {
            if (Clock.Now.ParisDay() == new DateOnly(2028, 2, 15))
            {
                await PoolAsync(spontaneous, joins: true); // told, and stays
            }

            await OneNightAsync();
        }

        Assert.Equal(
            [
                "2026-05-03 told closed", "2026-05-03 told refused", "2026-05-03 told withdrawn",
                "2026-06-02 gone closed", "2026-06-02 gone erased", "2026-06-02 gone refused", "2026-06-02 gone withdrawn",
                "2028-02-01 told dormant", "2028-02-01 told in post", "2028-02-01 told pool", "2028-02-01 told spontaneous",
                "2028-03-02 erased dormant", "2028-03-02 gone in post", "2028-03-02 gone pool",
                "2028-06-02 gone dormant",
                "2030-01-16 told spontaneous",
                "2030-02-15 erased spontaneous",
                "2030-05-15 gone spontaneous",
            ], happened);
        Assert.Equal(0, await InDatabaseAsync(db => db.Candidates.CountAsync(Stop)));
        Assert.Equal(["Closed 3", "InPost 1", "Refused 2", "Withdrawn 2"], await InDatabaseAsync(db =>
            db.ApplicationFigures.OrderBy(f => f.Outcome).Select(f => f.Outcome + " " + f.Count).ToListAsync(Stop)));
        Assert.Equal(names.Keys.Order(), (await InDatabaseAsync(db => db.Erasures.Where(e => e.Kind == ErasedKind.Application).Select(e => e.SubjectId).ToListAsync(Stop))).Order());
    }

    private async Task OneNightAsync()
    {
        var (before, told) = (await FatesAsync(), await ToldAsync());
        await NightAfterAsync(1);
        var after = await FatesAsync();
        var changes = names.Where(n => before[n.Key] != after[n.Key]).Select(n => $"{after[n.Key]} {n.Value}")
            .Concat((await ToldAsync()).Except(told).Select(mail => $"told {names[mail.About]}"));
        happened.AddRange(changes.Order(StringComparer.Ordinal).Select(change => $"{Clock.Now.ParisDay():yyyy-MM-dd} {change}"));
    }

    private async Task<Dictionary<Guid, string>> FatesAsync()
    {
        var known = await InDatabaseAsync(db => db.Applications.Select(a => new { a.Id, IsErased = a.ErasedAt != null }).ToDictionaryAsync(a => a.Id, a => a.IsErased, Stop));
        return names.Keys.ToDictionary(id => id, id => !known.TryGetValue(id, out var isErased) ? "gone" : isErased ? "erased" : "known");
    }

    private async Task<HashSet<(Guid Mail, Guid About)>> ToldAsync() =>
        [.. (await InDatabaseAsync(db => db.OutboxEmails.Where(m => m.Kind == RetentionEmails.Kind).Select(m => new { m.Id, m.AboutId }).ToListAsync(Stop))).Select(m => (m.Id, m.AboutId!.Value))];
}
