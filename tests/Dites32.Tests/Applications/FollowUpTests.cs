using Dites32.Core.Applications;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Applications;

public sealed class FollowUpTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_sees_the_state_what_comes_next_and_by_when()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());

        var followUp = (await SendAsync(await this.HolderAsync(application.Id), new GetFollowUp(application.Id))).Value;

        Assert.Equal(StageCategory.Received, followUp.Category);
        Assert.Equal(new DateOnly(2026, 3, 9), followUp.AnswerDueOn);
        Assert.Equal("Camille Essai", followUp.ContactName);
        Assert.True(followUp.CanWithdraw);
        Assert.Equal("Candidature reçue", Assert.Single(followUp.Steps).Label);
    }

    [Fact]
    public async Task A_document_added_after_the_sending_is_kept_as_long_as_the_application()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        var holder = await this.HolderAsync(application.Id);
        Assert.Null((await Services.GetRequiredService<DocumentStore>().AddAsync(holder, application.Id, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Stop)).Error);
        Assert.Null((await SendAsync(holder, new TellDocumentAdded(application.Id))).Error);

        Clock.Advance(Document.Patience + TimeSpan.FromDays(1));
        Assert.Null((await SendAsync(Actor.System, new SweepDocuments())).Error);

        Assert.Single((await SendAsync(await this.HolderAsync(application.Id), new GetFollowUp(application.Id))).Value.Documents);
    }

    [Fact]
    public async Task An_answer_that_tarries_is_said_to_be_late()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        Clock.Advance(TimeSpan.FromDays(8));

        Assert.True((await SendAsync(await this.HolderAsync(application.Id), new GetFollowUp(application.Id))).Value.IsLate);
    }

    [Fact]
    public async Task The_contact_for_an_anonymous_offer_is_the_mission()
    {
        var application = await this.ApplyAsync(await this.OfferAsync(new SampleOffer { IsAnonymous = true, ContactPhone = "0562000000" }));

        var followUp = (await SendAsync(await this.HolderAsync(application.Id), new GetFollowUp(application.Id))).Value;

        Assert.Equal("La mission Dites32", followUp.ContactName);
        Assert.Null(followUp.ContactPhone);
        var mail = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(m => m.Kind == "application.received", Stop));
        Assert.Equal("dites32@gers.example", mail.ReplyToAddress);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_and_the_recruiter_is_told_once()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        var holder = await this.HolderAsync(application.Id);

        Assert.Null((await SendAsync(holder, new WithdrawApplication(application.Id))).Error);
        Assert.Null((await SendAsync(holder, new WithdrawApplication(application.Id))).Error);

        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "application.withdrawn-by-person", Stop)));
        Assert.Equal(StageCategory.Withdrawn, (await SendAsync(holder, new GetFollowUp(application.Id))).Value.Category);
    }

    [Fact]
    public async Task A_link_opens_the_page_only_and_a_post_confirms_the_address()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        var holder = await this.HolderAsync(application.Id);
        Assert.False((await SendAsync(holder, new GetFollowUp(application.Id))).Value.IsEmailConfirmed);

        await SendAsync(holder, new ConfirmAddress(application.Id));

        Assert.True((await SendAsync(holder, new GetFollowUp(application.Id))).Value.IsEmailConfirmed);
    }

    [Fact]
    public async Task Asking_for_a_link_answers_the_same_for_an_unknown_address()
    {
        await this.ApplyAsync(await this.OfferAsync(), "claire@example.org");

        Assert.Null((await SendAsync(Core.Shared.Actor.Anonymous, new RequestNewLink(null, "claire@example.org"))).Error);
        Assert.Null((await SendAsync(Core.Shared.Actor.Anonymous, new RequestNewLink(null, "inconnue@example.org"))).Error);

        var mail = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(m => m.Kind == ApplicationEmails.LinkKind, Stop));
        Assert.Equal("claire@example.org", mail.ToAddress);
    }
}
