using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpouseSpaceTests : SpouseTest
{
    [Fact]
    public async Task A_link_opens_once_and_not_after_its_time()
    {
        await RegisterAsync();
        var first = await TokenAsync();
        await OpenAsync();
        Assert.Equal("spouse.dead-link", (await SendAsync(Actor.Anonymous, new OpenSpouseLink(first))).Error?.Code);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestSpouseLink($" {Email.ToUpperInvariant()} "))).Error);
        var second = await TokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("spouse.dead-link", (await SendAsync(Actor.Anonymous, new OpenSpouseLink(second))).Error?.Code);
        Assert.Equal("spouse.dead-link", (await SendAsync(Actor.Anonymous, new OpenSpouseLink("inventé"))).Error?.Code);
    }

    [Fact]
    public async Task Of_many_at_once_one_opens_the_link()
    {
        await RegisterAsync();
        var token = await TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(Actor.Anonymous, new OpenSpouseLink(token))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Equal(1, await BehindTheWallAsync(db => db.Sessions.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_unknown_address_is_answered_alike_and_its_mail_goes_nowhere()
    {
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestSpouseLink("inconnue@example.org"))).Error);

        Assert.Equal(0, await BehindTheWallAsync(db => db.Links.CountAsync(Stop)));
        var written = await BehindTheWallAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((null, null, Clock.Now), (written.ToAddress, written.ProtectedBody, written.CancelledAt));
    }

    [Fact]
    public async Task The_space_closes_after_an_hour_without_a_visit_and_after_twelve_in_any_case()
    {
        var spouse = await InSpaceAsync();
        for (var minutes = 0; minutes < 12 * 60 - 59; minutes += 59)
        {
            Clock.Advance(TimeSpan.FromMinutes(59));
            Assert.Null((await SendAsync(spouse, new GetMySpouseCase())).Error);
        }

        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new GetMySpouseCase())).Error?.Code);

        var idle = await InSpaceAgainAsync();
        Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("spouse.session-over", (await SendAsync(idle, new GetMySpouseCase())).Error?.Code);
    }

    [Fact]
    public async Task A_space_that_was_left_is_closed()
    {
        var spouse = await InSpaceAsync();
        Assert.Null((await SendAsync(spouse, new EndSpouseSession())).Error);
        Assert.Null((await SendAsync(spouse, new EndSpouseSession())).Error); // a second time

        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new GetMySpouseCase())).Error?.Code);
        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new EraseMySpouseCase())).Error?.Code);
        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new ExportMySpouseCase())).Error?.Code);
        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new CorrectMySpouseCase(0, Form, true))).Error?.Code);
    }

    [Fact]
    public async Task Each_opens_their_own_file_only()
    {
        var (one, two) = (await InSpaceAsync("un@example.org", Form with { Name = "Une" }), await InSpaceAsync("deux@example.org", Form with { Name = "Deux" }));

        Assert.Equal("Une", (await SendAsync(one, new GetMySpouseCase())).Value.Name);
        Assert.Equal("Deux", (await SendAsync(two, new GetMySpouseCase())).Value.Name);
    }

    [Fact]
    public async Task What_is_corrected_is_there_and_an_older_page_is_told()
    {
        var spouse = await InSpaceAsync();
        var version = (await SendAsync(spouse, new GetMySpouseCase())).Value.Version;

        Assert.Null((await SendAsync(spouse, new CorrectMySpouseCase(version, Form with { Phone = "", Commune = "Auch (32000)" }, false))).Error);
        Assert.Equal("changed-meanwhile", (await SendAsync(spouse, new CorrectMySpouseCase(version, Form, false))).Error?.Code);

        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Equal((null, "Auch (32000)", "2026-09-01"), (mine.Form.Phone, mine.Form.Commune, mine.Form.ArrivesOn));
    }

    [Fact]
    public async Task Erased_there_is_nothing_left_but_a_number_and_the_last_mail()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), "Cherche à Fleurance.", true));

        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);

        foreach (var table in new[] { "spouse_case", "spouse_event", "spouse_note", "spouse_link", "spouse_session" })
        {
            Assert.Equal(0, await AskOwnerAsync<long>($"SELECT count(*) FROM spouse.{table}"));
        }

        Assert.Equal(id, await AskOwnerAsync<Guid>("SELECT case_id FROM spouse.spouse_erasure"));
        Assert.Equal("spouse.erased", Assert.Single(await MailsAsync()).Kind);
        Assert.Equal("spouse.session-over", (await SendAsync(spouse, new GetMySpouseCase())).Error?.Code);
        Assert.Equal("spouse.not-found", (await SendAsync(caseworker, new GetSpouseCase(id))).Error?.Code);
    }

    [Fact]
    public async Task Nobody_opens_the_space_without_a_session_of_it()
    {
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new GetMySpouseCase())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new GetMySpouseCase())).Error?.Code);
        Assert.Equal("spouse.session-over", (await SendAsync(Actor.Spouse(Guid.NewGuid()), new GetMySpouseCase())).Error?.Code);
    }

    private async Task<Actor> InSpaceAgainAsync()
    {
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email))).Error);
        return await OpenAsync();
    }
}
