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

    private Task<List<OutboxEmail>> DigestsAsync() => InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().Where(e => e.Kind == PipelineDigest.Kind).ToListAsync(Stop));
}
