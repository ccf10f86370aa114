using System.Net;
using System.Text.RegularExpressions;
using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Applications;

public sealed partial class ApplyingPagesTests : WebTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_applies_without_an_account_and_without_JavaScript_and_follows_it_up_from_the_mail()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();

        var started = await visitor.SubmitAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", "coordonnees",
            ("Input.Name", "Claire Dupouy"), ("Input.Email", "claire@example.org"), ("Input.Phone", "06.12.34.56.78"));
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var draft = started.Headers.Location!.ToString();

        var written = await visitor.SubmitAsync(draft, "candidature",
            ("Input.Status", "Locum"), ("Input.Rpps", "8 1000 0001 916"), ("Input.Message", "Je suis libre en juillet."), ("Input.Act", "continue"));
        Assert.EndsWith("/envoi", written.Headers.Location!.ToString(), StringComparison.Ordinal);

        var sent = await visitor.SubmitAsync($"{draft}/envoi", "envoyer");
        var confirmation = await visitor.GetPageAsync(sent.Headers.Location!.ToString());
        Assert.Equal("Votre candidature est envoyée", confirmation.Text("h1"));
        Assert.Contains("9 mars 2026", confirmation.Text("main"), StringComparison.Ordinal);

        using var atHome = Visitor();
        var opened = await atHome.GetAsync(FollowUpLink().Match(await BodyOfAsync("application.received")).Value, Stop);
        Assert.DoesNotContain("suivi/ey", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
        var followUp = await atHome.GetPageAsync(opened.Headers.Location.ToString());
        Assert.Equal("Reçue", followUp.Text("#etat"));

        var confirmed = await atHome.SubmitAsync(opened.Headers.Location.ToString(), "confirmer");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var application = await InDatabaseAsync(db => db.Applications.AsNoTracking().Include(a => a.Candidate).SingleAsync(Stop));
        Assert.Equal("10000001916", application.Candidate.Rpps);
        Assert.NotNull(application.EmailConfirmedAt);
    }

    [Fact]
    public async Task A_form_sent_twice_leads_where_it_led_the_first_time()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();
        var started = await visitor.SubmitAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", "coordonnees",
            ("Input.Name", "Claire Dupouy"), ("Input.Email", "claire@example.org"), ("Input.Phone", "0612345678"));
        var draft = started.Headers.Location!.ToString();
        await visitor.SubmitAsync(draft, "candidature", ("Input.Status", "Locum"), ("Input.Message", "Bonjour."), ("Input.Act", "continue"));

        var page = await visitor.GetPageAsync($"{draft}/envoi");
        var first = await visitor.SubmitAsync(page, $"{draft}/envoi", "envoyer");
        var second = await visitor.SubmitAsync(page, $"{draft}/envoi", "envoyer");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        using var atHome = Visitor();
        var followUp = (await atHome.GetAsync(FollowUpLink().Match(await BodyOfAsync("application.received")).Value, Stop)).Headers.Location!.ToString();
        var mine = await atHome.GetPageAsync(followUp);
        await atHome.SubmitAsync(mine, followUp, "confirmer");
        Assert.Equal(HttpStatusCode.Redirect, (await atHome.SubmitAsync(mine, followUp, "confirmer")).StatusCode);
    }

    [Fact]
    public async Task An_offer_that_closes_while_one_types_says_so_and_gives_the_form_back_filled()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();
        var path = $"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater";
        var page = await visitor.GetPageAsync(path);
        await InDatabaseAsync(db => db.Offers.ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, OfferStatus.Filled), Stop));

        var answer = await (await visitor.SubmitAsync(page, path, "coordonnees",
            ("Input.Name", "Claire Dupouy"), ("Input.Email", "claire@example.org"), ("Input.Phone", "0612345678"))).ReadPageAsync();

        Assert.Contains("ne reçoit plus", answer.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Claire Dupouy", answer.QuerySelector("#Name")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Errors_are_told_beside_their_fields_all_at_once_and_nothing_typed_is_lost()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();

        var answer = await visitor.SubmitAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", "coordonnees",
            ("Input.Name", "Claire Dupouy"), ("Input.Email", "claire.example.org"), ("Input.Phone", "12"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, page.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal("claire.example.org", page.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Equal("Claire Dupouy", page.QuerySelector("#Name")?.GetAttribute("value"));
        Assert.Equal("Email-aide Email-erreur-0", page.QuerySelector("#Email")?.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task An_expired_page_does_nothing_and_comes_back_filled()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();

        var answer = await visitor.SubmitAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", "coordonnees",
            ("Input.Name", "Claire Dupouy"), ("Input.Email", "claire@example.org"), ("Input.Phone", "0612345678"), ("__RequestVerificationToken", "perime"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("claire@example.org", page.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Equal(0, await InDatabaseAsync(db => db.ApplicationDrafts.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_draft_is_found_again_on_another_device_from_the_mailed_link()
    {
        var offer = await this.OfferAsync();
        await this.DraftAsync(offer);
        using var phone = Visitor();

        var resumed = await phone.GetAsync(DraftLink().Match(await BodyOfAsync("application.draft")).Value, Stop);
        var page = await phone.GetPageAsync(resumed.Headers.Location!.ToString());

        Assert.Contains("Je suis libre en juillet.", page.QuerySelector("#Message")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_link_and_an_unknown_one_say_the_same()
    {
        var application = await this.ApplyAsync(await this.OfferAsync());
        var path = FollowUpLink().Match(await BodyOfAsync("application.received")).Value;
        await InDatabaseAsync(db => db.PersonalLinks.Where(l => l.ApplicationId == application.Id)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.RevokedAt, Clock.Now), Stop));
        using var visitor = Visitor();

        var dead = await visitor.GetAsync(path, Stop);
        var unknown = await visitor.GetAsync("/suivi/inconnu", Stop);
        Assert.Equal(HttpStatusCode.Gone, dead.StatusCode);
        Assert.Equal((await dead.ReadPageAsync()).Text("main"), (await unknown.ReadPageAsync()).Text("main"));

        await visitor.SubmitAsync(path, "nouveau-lien");
        await visitor.SubmitAsync("/suivi/inconnu", "nouveau-lien");
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == ApplicationEmails.LinkKind, Stop)));
    }

    [Fact]
    public async Task A_closed_offer_takes_no_application_and_an_unknown_one_does_not_exist()
    {
        var offer = await this.OfferAsync(new SampleOffer { Status = OfferStatus.Filled });
        using var visitor = Visitor();

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/offres/D32-99999/x/candidater", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/offres/n'importe/x/candidater", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_robot_that_fills_the_hidden_field_sends_nothing()
    {
        var offer = await this.OfferAsync();
        using var visitor = Visitor();

        await visitor.SubmitAsync($"{OfferReference.PathOf(offer.Number, offer.Slug)}/candidater", "coordonnees",
            ("Input.Name", "Robot"), ("Input.Email", "robot@example.org"), ("Input.Phone", "0612345678"), ("Input.Website", "https://example.org"));

        Assert.Equal(0, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop)));
    }

    private async Task<string> BodyOfAsync(string kind)
    {
        var id = await InDatabaseAsync(db => db.OutboxEmails.Where(m => m.Kind == kind).Select(m => m.Id).SingleAsync(Stop));
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Outbox>().ReadBodyAsync(id, Stop) ?? "";
    }

    [GeneratedRegex(@"/suivi/[\w-]+")]
    private static partial Regex FollowUpLink();

    [GeneratedRegex(@"/reprendre/[\w-]+")]
    private static partial Regex DraftLink();
}
