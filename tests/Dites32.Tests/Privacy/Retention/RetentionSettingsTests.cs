using Dites32.Core.Offers;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Microsoft.Extensions.Configuration;

namespace Dites32.Tests.Privacy.Retention;

/// <summary>Without its setting a rule does nothing: the code knows no term by itself.</summary>
public sealed class RetentionSettingsTests : RetentionTest
{
    private static readonly Dictionary<string, string?> Changed = new()
    {
        ["Retention:RefusedMonths"] = null,
        ["Retention:PoolMonths"] = "25", // longer than people were told
        ["Retention:DormantMonths"] = "bientôt",
        ["Retention:QuestionMonths"] = "0",
    };

    protected override Dictionary<string, string?> Settings()
    {
        var settings = base.Settings();
        foreach (var (name, value) in Changed)
        {
            settings[name] = value;
        }

        return settings;
    }

    [Fact]
    public async Task A_rule_whose_setting_is_missing_or_wrong_erases_nothing_and_says_which()
    {
        var refused = await EndedAsync(StageCategory.Refused);
        await SaveAsync(Switched(RetentionRule.Refused), Switched(RetentionRule.Erased), Switched(RetentionRule.Question)); // made real before
        Clock.Advance(TimeSpan.FromDays(1000));

        Assert.Null((await SendAsync(Actor.System, new ApplyRetention())).Error);

        Assert.Equal("retention.setting-missing", (await SendAsync(Actor.System, new CountErased())).Error?.Code);
        Assert.Equal("known", await FateAsync(refused));
        Assert.Empty(await NoticesAsync());
        Assert.Equal("Le réglage Retention__RefusedMonths manque\u00a0: la règle ne s'applique pas, et rien n'est effacé.", (await SeenAsync(RetentionRule.Refused)).Refusal);
        Assert.Equal("Le réglage Retention__PoolMonths doit être un nombre de 1 à 24\u00a0: la règle ne s'applique pas, et rien n'est effacé.", (await SeenAsync(RetentionRule.Pool)).Refusal);
        Assert.NotNull((await SeenAsync(RetentionRule.Dormant)).Refusal);
        Assert.NotNull((await SeenAsync(RetentionRule.Question)).Refusal);
        Assert.Null((await SeenAsync(RetentionRule.InPost)).Refusal);
        var nights = (await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new GetRetention())).Value.Nights;
        Assert.Equal([RetentionRule.Refused, RetentionRule.Dormant, RetentionRule.Pool, RetentionRule.Question, RetentionRule.Erased], nights.Where(n => n.WasRefused).Select(n => n.Rule));
    }

    [Fact]
    public async Task Such_a_rule_cannot_be_made_real_but_may_be_stopped()
    {
        await SaveAsync(Switched(RetentionRule.Pool));
        var administrator = await SomeoneAsync(Role.Administrator);

        Assert.Equal("retention.setting-missing", (await SendAsync(administrator, new SwitchRetention(RetentionRule.Refused, IsReal: true))).Error?.Code);
        Assert.Equal("retention.setting-wrong", (await SendAsync(administrator, new SwitchRetention(RetentionRule.Pool, IsReal: true))).Error?.Code);
        Assert.Null((await SendAsync(administrator, new SwitchRetention(RetentionRule.Pool, IsReal: false))).Error);

        Assert.Null((await SeenAsync(RetentionRule.Pool)).RealSince);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("14"), InlineData("61"), InlineData("-30"), InlineData("30 jours")]
    public void Nobody_is_forgotten_unannounced_because_the_days_of_notice_are_missing_or_wrong(string? days)
    {
        var settings = new RetentionSettings(new ConfigurationBuilder().AddInMemoryCollection(base.Settings()).AddInMemoryCollection([new("Retention:NoticeDays", days)]).Build());

        Assert.All(RetentionRules.All, rule => Assert.Equal(rule.IsAnnounced(), settings.Of(rule).Error is not null));
    }

    private RetentionState Switched(RetentionRule rule)
    {
        var state = new RetentionState(rule);
        state.Switch(isReal: true, Clock.Now);
        return state;
    }
}
