using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>Two years after the last contact, and a word thirty days before.</summary>
public class SpouseRetentionTests : SpouseTest
{
    [Fact]
    public async Task A_file_is_announced_thirty_days_before_its_term_and_goes_on_the_day()
    {
        await InSpaceAsync(); // 2 March 2026
        await NightAsync(new DateTimeOffset(2028, 1, 31, 2, 0, 0, TimeSpan.Zero));
        Assert.Null((await FileAsync()).ErasesOn);

        await NightAsync(new DateTimeOffset(2028, 2, 2, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2028, 3, 3), (await FileAsync()).ErasesOn); // thirty days from the night, past the term
        Assert.Contains("3 mars 2028", (await BodyAsync()).PlainSpaces(), StringComparison.Ordinal);
        await NightAsync(new DateTimeOffset(2028, 3, 2, 2, 0, 0, TimeSpan.Zero));
        Assert.Single(await MailsAsync(), m => m.Kind == "spouse.erasure-announced");

        await NightAsync(new DateTimeOffset(2028, 3, 3, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Years_late_the_person_still_has_thirty_days()
    {
        await InSpaceAsync();
        await NightAsync(new DateTimeOffset(2031, 5, 1, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2031, 5, 31), (await FileAsync()).ErasesOn);
    }

    [Fact]
    public async Task Whoever_comes_back_and_whoever_is_called_keeps_the_file()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        await NightAsync(new DateTimeOffset(2028, 2, 10, 2, 0, 0, TimeSpan.Zero));
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email))).Error);
        await OpenAsync();
        await NightAsync(new DateTimeOffset(2028, 4, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Null((await FileAsync()).ErasesOn);

        await NightAsync(new DateTimeOffset(2030, 2, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.NotNull((await FileAsync()).ErasesOn);
        await SendAsync(caseworker, new AddSpouseNote((await FileAsync()).Id, Guid.NewGuid(), "Toujours en poste.", Spoke: true));
        Assert.Null((await FileAsync()).ErasesOn);
    }

    [Fact]
    public async Task The_officer_sees_what_the_night_would_do_by_counts_of_five_or_more_and_nobody_else_does()
    {
        var officer = await SomeoneAsync(Role.DataProtectionOfficer);
        for (var i = 0; i < 6; i++)
        {
            await InSpaceAsync($"personne{i}@example.org");
        }

        Clock.Advance(new DateTimeOffset(2028, 2, 2, 2, 0, 0, TimeSpan.Zero) - Clock.Now);
        Assert.Equal(new SpouseRetentionOverview(24, 30, null, null, 6), (await SendAsync(officer, new GetSpouseRetention())).Value);
        await NightAsync(Clock.Now);
        Assert.Equal(new SpouseRetentionOverview(24, 30, null, 6, null), (await SendAsync(officer, new GetSpouseRetention())).Value);
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(new SpouseRetentionOverview(24, 30, 6, null, null), (await SendAsync(officer, new GetSpouseRetention())).Value);

        using var browser = App.ClientFor(officer);
        var page = await browser.GetPageAsync("/protection-des-donnees");
        Assert.Contains("À effacer la nuit prochaine6", page.Text("main").Replace(" 6", "6", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("moins de 5", page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Inès", page.Text("main"), StringComparison.Ordinal);
        var administrator = await SomeoneAsync(Role.Administrator);
        Assert.Equal("forbidden", (await SendAsync(administrator, new GetSpouseRetention())).Error?.Code);
        using var other = App.ClientFor(administrator);
        Assert.DoesNotContain("À effacer la nuit prochaine", (await other.GetPageAsync("/protection-des-donnees")).Text("main"), StringComparison.Ordinal);
    }

    protected async Task NightAsync(DateTimeOffset night)
    {
        Clock.Advance(night - Clock.Now);
        Assert.Null((await SendAsync(Actor.System, new ApplySpouseRetention())).Error);
    }
}

public sealed class SpouseRetentionWithoutSettingTests : SpouseTest
{
    protected override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Retention:SpouseMonths"] = "25" };

    [Fact]
    public async Task A_term_that_is_missing_or_longer_than_promised_erases_nothing()
    {
        await InSpaceAsync();
        Clock.Advance(TimeSpan.FromDays(3000));

        Assert.Null((await SendAsync(Actor.System, new ApplySpouseRetention())).Error);

        Assert.Null((await FileAsync()).ErasesOn);
        Assert.Null((await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new GetSpouseRetention())).Value.Months);
    }
}
