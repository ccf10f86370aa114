using Dites32.Core.Accounts;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Tests.Offers;

public sealed class ExpireOffersTests : RecruitingTest
{
    [Fact]
    public async Task An_offer_leaves_the_line_after_its_last_day_once_and_its_referent_is_told()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 10) });
        await this.OfferAsync(site);

        Clock.Now = new DateTimeOffset(2026, 3, 10, 22, 59, 0, TimeSpan.Zero); // 23:59 in Paris
        await SendAsync(Actor.System, new ExpireOffers());
        Assert.Equal(OfferStatus.Published, (await OfferOfAsync(offer.Id)).Status);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.System, new ExpireOffers());
        await SendAsync(Actor.System, new ExpireOffers());

        var expired = await OfferOfAsync(offer.Id);
        Assert.Equal(OfferStatus.Expired, expired.Status);
        Assert.Null(Assert.Single(expired.History, e => e.Kind == OfferEventKind.Expired).AuthorId);
        var mail = Assert.Single(await MailsAsync("offer.expired"));
        Assert.Equal(site.RecruiterEmail, mail.To);
        Assert.Equal($"/recruteur/offres/{offer.Id}/candidatures", FirstLink(mail.Body));
    }

    [Fact]
    public async Task The_referent_is_reminded_a_week_before_once_for_each_closing_day()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 20) });
        var version = await VersionAsync(offer.Id);

        async Task<int> RemindedOnAsync(int month, int day)
        {
            Clock.Now = new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.Zero);
            Assert.Null((await SendAsync(Actor.System, new RemindOfExpiry())).Error);
            return (await MailsAsync("offer.expires-soon")).Count;
        }

        Assert.Equal(0, await RemindedOnAsync(3, 12));
        Assert.Equal(1, await RemindedOnAsync(3, 13));
        Assert.Equal(1, await RemindedOnAsync(3, 14));
        Assert.Equal($"/recruteur/offres/{offer.Id}/prolonger", FirstLink((await MailsAsync("offer.expires-soon"))[0].Body));
        Assert.Equal(version, await VersionAsync(offer.Id)); // whoever edits it is not disturbed

        await SendAsync(site.Recruiter, new RenewOffer(offer.Id, "2026-05-20"));
        Assert.Equal(1, await RemindedOnAsync(3, 15));
        Assert.Equal(2, await RemindedOnAsync(5, 15));
    }

    [Fact]
    public async Task Two_runs_at_once_remind_and_expire_once()
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 5) });
        await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 12) });
        Clock.Advance(TimeSpan.FromDays(5));

        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new Task[]
        {
            Task.Run(() => SendAsync(Actor.System, new ExpireOffers())),
            Task.Run(() => SendAsync(Actor.System, new RemindOfExpiry())),
        }));

        Assert.Single(await MailsAsync("offer.expired"));
        Assert.Single(await MailsAsync("offer.expires-soon"));
    }

    [Fact]
    public async Task The_deputy_is_told_while_the_referent_is_away()
    {
        var site = await this.SiteAsync();
        var deputy = await SomeoneAsync(Role.Dites32Recruiter);
        await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 5) });
        await SaveAsync(new Absence(site.RecruiterId, deputy.RequiredAccountId, new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 8)));
        Clock.Advance(TimeSpan.FromDays(4));

        await SendAsync(Actor.System, new ExpireOffers());

        Assert.NotEqual(site.RecruiterEmail, Assert.Single(await MailsAsync("offer.expired")).To);
    }
}
