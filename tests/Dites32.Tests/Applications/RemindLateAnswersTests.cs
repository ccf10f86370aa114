using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class RemindLateAnswersTests : PipelineTest
{
    [Fact]
    public async Task Each_referent_gets_one_mail_a_day_with_references_and_no_name()
    {
        var site = await this.SiteAsync();
        var (first, second) = (await this.OfferAsync(site), await this.OfferAsync(site));
        await ApplyAsync(first, "Dr Canari");
        await ApplyAsync(first, "Dr Canari");
        await ApplyAsync(second, "Dr Canari");
        await ApplyAsync(null, "Dr Canari");
        Clock.Advance(TimeSpan.FromDays(8));

        Assert.Null((await SendAsync(Actor.System, new RemindLateAnswers())).Error);
        Assert.Null((await SendAsync(Actor.System, new RemindLateAnswers())).Error);

        var mails = await DigestsAsync();
        Assert.Equal(2, mails.Count);
        var mail = Assert.Single(mails, m => m.ToAddress == site.RecruiterEmail);
        Assert.Equal("3 candidatures attendent une réponse", mail.Subject.PlainSpaces());
        Assert.Contains($"{first.Reference} : 2 candidatures", BodyOf(mail).PlainSpaces(), StringComparison.Ordinal);
        Assert.Contains($"/recruteur/offres/{second.Id}/liste?retard=1", BodyOf(mail), StringComparison.Ordinal);
        Assert.All(mails, m => Assert.DoesNotContain("Canari", BodyOf(m), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_deputy_of_the_day_is_written_to_and_nobody_on_a_holiday()
    {
        var (site, deputy) = (await this.SiteAsync(), await this.SiteAsync());
        await ApplyAsync(await this.OfferAsync(site));
        await SaveAsync(new Absence(site.RecruiterId, deputy.RecruiterId, new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 20)));

        Clock.Advance(TimeSpan.FromDays(13)); // Sunday 15 March
        await SendAsync(Actor.System, new RemindLateAnswers());
        Assert.Empty(await DigestsAsync());

        Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(Actor.System, new RemindLateAnswers());
        Assert.Equal(deputy.RecruiterEmail, Assert.Single(await DigestsAsync()).ToAddress);
        Assert.Equal("forbidden", (await SendAsync(site.Recruiter, new RemindLateAnswers())).Error?.Code);
    }

    [Fact]
    public async Task As_long_as_an_answer_is_late_the_deputy_is_written_to_each_working_day_and_on_no_holiday()
    {
        var (site, deputy) = (await this.SiteAsync(), await this.SiteAsync());
        Clock.Now = new DateTimeOffset(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
        await ApplyAsync(await this.OfferAsync(site));
        await SaveAsync(new Absence(site.RecruiterId, deputy.RecruiterId, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 8)));

        var written = new List<(DateOnly Day, string? To)>();
        for (var day = new DateOnly(2026, 3, 27); day <= new DateOnly(2026, 4, 9); day = day.AddDays(1))
        {
            // Seven in the morning in France: a day of 23 hours, at the end of March, is a day too.
            Clock.Now = new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.FromHours(day < new DateOnly(2026, 3, 29) ? 1 : 2)).ToUniversalTime();
            var before = (await DigestsAsync()).Select(m => m.Id).ToHashSet();
            Assert.Null((await SendAsync(Actor.System, new RemindLateAnswers())).Error);
            written.AddRange((await DigestsAsync()).Where(m => !before.Contains(m.Id)).Select(m => (day, m.ToAddress)));
        }

        // Received on Friday 20 March, an answer was due on the 27th. Easter Monday is 6 April.
        Assert.Equal(
            [
                (new DateOnly(2026, 3, 30), site.RecruiterEmail), (new DateOnly(2026, 3, 31), site.RecruiterEmail),
                (new DateOnly(2026, 4, 1), deputy.RecruiterEmail), (new DateOnly(2026, 4, 2), deputy.RecruiterEmail),
                (new DateOnly(2026, 4, 3), deputy.RecruiterEmail), (new DateOnly(2026, 4, 7), deputy.RecruiterEmail),
                (new DateOnly(2026, 4, 8), deputy.RecruiterEmail), (new DateOnly(2026, 4, 9), site.RecruiterEmail),
            ],
            written);
    }

    [Fact]
    public async Task The_mail_about_the_pool_leads_the_mission_to_its_late_ones()
    {
        await ApplyAsync(null);
        Clock.Advance(TimeSpan.FromDays(8));
        await SendAsync(Actor.System, new RemindLateAnswers());

        Assert.Contains("/recruteur/vivier/liste?retard=1", BodyOf(Assert.Single(await DigestsAsync())), StringComparison.Ordinal);
    }

    private Task<List<OutboxEmail>> DigestsAsync() => InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().Where(e => e.Kind == PipelineDigest.Kind).ToListAsync(Stop));
}
