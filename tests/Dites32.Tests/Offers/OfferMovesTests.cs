using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Tests.Offers;

/// <summary>The commands of the recruiter and of the mission, from each status.</summary>
public sealed class OfferMovesTests : RecruitingTest
{
    [Theory]
    [InlineData(OfferStatus.Draft, "publish", OfferStatus.Published)]
    [InlineData(OfferStatus.ToModerate, "publish", null)]
    [InlineData(OfferStatus.Published, "publish", null)]
    [InlineData(OfferStatus.Filled, "publish", null)]
    [InlineData(OfferStatus.Expired, "publish", null)]
    [InlineData(OfferStatus.Withdrawn, "publish", null)]
    [InlineData(OfferStatus.Draft, "approve", null)]
    [InlineData(OfferStatus.ToModerate, "approve", OfferStatus.Published)]
    [InlineData(OfferStatus.Published, "approve", null)]
    [InlineData(OfferStatus.Filled, "approve", null)]
    [InlineData(OfferStatus.Expired, "approve", null)]
    [InlineData(OfferStatus.Withdrawn, "approve", null)]
    [InlineData(OfferStatus.Draft, "send back", null)]
    [InlineData(OfferStatus.ToModerate, "send back", OfferStatus.Draft)]
    [InlineData(OfferStatus.Published, "send back", null)]
    [InlineData(OfferStatus.Filled, "send back", null)]
    [InlineData(OfferStatus.Expired, "send back", null)]
    [InlineData(OfferStatus.Withdrawn, "send back", null)]
    [InlineData(OfferStatus.Draft, "renew", null)]
    [InlineData(OfferStatus.ToModerate, "renew", null)]
    [InlineData(OfferStatus.Published, "renew", OfferStatus.Published)]
    [InlineData(OfferStatus.Filled, "renew", null)]
    [InlineData(OfferStatus.Expired, "renew", OfferStatus.Published)]
    [InlineData(OfferStatus.Withdrawn, "renew", null)]
    [InlineData(OfferStatus.Draft, "abandon", OfferStatus.Withdrawn)]
    [InlineData(OfferStatus.ToModerate, "abandon", OfferStatus.Withdrawn)]
    [InlineData(OfferStatus.Published, "abandon", null)]
    [InlineData(OfferStatus.Filled, "abandon", null)]
    [InlineData(OfferStatus.Expired, "abandon", null)]
    [InlineData(OfferStatus.Withdrawn, "abandon", null)]
    public async Task A_command_moves_an_offer_only_from_where_it_may(OfferStatus from, string command, OfferStatus? to)
    {
        var site = await this.SiteAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var offer = await this.OfferAsync(site, new SampleOffer { Status = from });
        var version = await VersionAsync(offer.Id);

        var error = command switch
        {
            "publish" => (await SendAsync(mission, new PublishOffer(offer.Id, version))).Error,
            "approve" => (await SendAsync(mission, new ApproveOffer(offer.Id, version))).Error,
            "send back" => (await SendAsync(mission, new SendBackOffer(offer.Id, version, "Précisez les horaires."))).Error,
            "renew" => (await SendAsync(site.Recruiter, new RenewOffer(offer.Id, "2026-06-30"))).Error,
            _ => (await SendAsync(site.Recruiter, new AbandonDraft(offer.Id))).Error,
        };

        Assert.Equal(to is null, error is not null);
        if (to is null)
        {
            Assert.True(error!.Code is "offer.cannot-move" or "offer.was-published", error.Code);
        }

        Assert.Equal(to ?? from, (await OfferOfAsync(offer.Id)).Status);
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_done_once()
    {
        var site = await this.SiteAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var draft = await DraftAsync(site);
        var version = await VersionAsync(draft);
        Assert.Equal(OfferStatus.Published, (await SendAsync(site.Recruiter, new PublishOffer(draft, version))).Value);
        Assert.Equal(OfferStatus.Published, (await SendAsync(site.Recruiter, new PublishOffer(draft, version))).Value);
        Assert.Null((await SendAsync(site.Recruiter, new RenewOffer(draft, "2026-06-30"))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new RenewOffer(draft, "2026-06-30"))).Error);

        var waiting = await this.OfferAsync(site, new SampleOffer { Status = OfferStatus.ToModerate });
        version = await VersionAsync(waiting.Id);
        Assert.Null((await SendAsync(mission, new ApproveOffer(waiting.Id, version))).Error);
        Assert.Null((await SendAsync(mission, new ApproveOffer(waiting.Id, version))).Error);

        Assert.Equal(
            [OfferEventKind.Created, OfferEventKind.Published, OfferEventKind.Renewed],
            (await OfferOfAsync(draft)).History.OrderBy(e => e.Id).Select(e => e.Kind));
        Assert.Single(await MailsAsync("offer.approved"));
    }

    [Fact]
    public async Task Two_colleagues_who_publish_at_once_publish_once()
    {
        var site = await this.SiteAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var draft = await DraftAsync(site);
        var version = await VersionAsync(draft);

        var results = await Task.WhenAll(
            Task.Run(() => SendAsync(site.Recruiter, new PublishOffer(draft, version))),
            Task.Run(() => SendAsync(mission, new PublishOffer(draft, version))));

        Assert.Single(results, r => r.Error is null);
        Assert.Equal("offer.changed-by", Assert.Single(results, r => r.Error is not null).Error!.Code);
        Assert.Single((await OfferOfAsync(draft)).History, e => e.Kind == OfferEventKind.Published);
    }

    [Theory]
    [InlineData("", "offer.closing-day")]
    [InlineData("demain", "invalid")]
    [InlineData("2026-03-01", "offer.closing-day")]
    [InlineData("2027-03-04", "offer.closing-day")]
    [InlineData("9999-12-31", "offer.closing-day")]
    [InlineData("2026-03-02", null)]
    [InlineData("3/3/2027", null)]
    public async Task An_offer_is_renewed_until_a_day_within_a_year(string typed, string? error)
    {
        var offer = await this.OfferAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);

        Assert.Equal(error, (await SendAsync(mission, new RenewOffer(offer.Id, typed))).Error?.Code);
    }

    [Fact]
    public async Task A_draft_whose_last_day_has_passed_is_not_published()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site);
        Clock.Advance(TimeSpan.FromDays(90));

        Assert.Equal("offer.already-past", (await PublishAsync(site.Recruiter, draft)).Error?.Code);
    }

    [Fact]
    public async Task A_copy_has_a_reference_a_history_and_stages_of_its_own()
    {
        var site = await this.SiteAsync();
        var first = await this.OfferAsync(site, new SampleOffer { CdgNumber = "V032", CdgPublishedOn = new DateOnly(2026, 1, 5) });
        var submission = Guid.NewGuid();

        var copied = await SendAsync(site.Recruiter, new CloneOffer(first.Id, submission));
        var again = await SendAsync(site.Recruiter, new CloneOffer(first.Id, submission));
        var byAnother = await SendAsync(await SomeoneAsync(Role.Administrator), new CloneOffer(first.Id, submission));

        Assert.Equal(copied.Value, again.Value);
        Assert.Equal("offer.not-found", byAnother.Error?.Code);
        var copy = await OfferOfAsync(copied.Value);
        Assert.Equal(OfferStatus.Draft, copy.Status);
        Assert.NotEqual(first.Reference, copy.Reference);
        Assert.Equal(OfferEventKind.Created, Assert.Single(copy.History).Kind);
        Assert.Null(copy.PublishedAt);
        Assert.Null(copy.CdgNumber);
        Assert.Equal(new DateOnly(2026, 5, 1), copy.ClosesOn);
        Assert.Equal(first.Stages.Select(s => s.Label), copy.Stages.OrderBy(s => s.Position).Select(s => s.Label));
        Assert.Empty(copy.Stages.Select(s => s.Id).Intersect(first.Stages.Select(s => s.Id)));
    }
}
