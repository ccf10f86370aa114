using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

public sealed class RegisterSpouseTests : SpouseTest
{
    [Fact]
    public async Task Nobody_reads_a_request_before_its_mailbox_has_answered()
    {
        var caseworker = await CaseworkerAsync();
        Assert.Null((await RegisterAsync()).Error);
        Assert.Empty((await SendAsync(caseworker, new ListSpouseCases(false, null, 1))).Value.Rows.Items);
        Assert.Equal("spouse.not-found", (await SendAsync(caseworker, new GetSpouseCase((await FileAsync()).Id))).Error?.Code);

        await OpenAsync();

        var file = (await SendAsync(caseworker, new GetSpouseCase((await FileAsync()).Id))).Value;
        Assert.Equal((SpouseCaseState.Consent, "Premier appel", "Fleurance"), (file.State, file.NextStep, file.CommuneName));
        Assert.Equal((Clock.Now, "Maylis Duprat"), (file.ConsentedAt, file.OwnerName));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_request_and_one_mail()
    {
        var form = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RegisterAsync(submission: form)));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(1, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task Two_forms_of_one_address_at_once_are_one_file()
    {
        var answers = await Task.WhenAll(RegisterAsync(), RegisterAsync($" {Email.ToUpperInvariant()}"), RegisterAsync());

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(1, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
    }

    [Fact]
    public async Task Whoever_types_a_known_address_gets_the_same_answer_and_changes_nothing()
    {
        await InSpaceAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null((await RegisterAsync(form: Form with { Name = "Quelqu'un d'autre", Profession = "Curieux" })).Error);

        Assert.Equal("Inès Capdevielle", (await FileAsync()).Name);
        Assert.Equal("spouse.sign-in", (await MailsAsync())[0].Kind);
    }

    [Fact]
    public async Task What_was_typed_last_counts_as_long_as_nobody_has_read_it()
    {
        await RegisterAsync();
        await RegisterAsync(form: Form with { Profession = "Infirmière" });

        Assert.Equal("Infirmière", (await FileAsync()).Profession);
    }

    [Fact]
    public async Task Only_the_link_of_what_was_typed_last_says_yes_to_it()
    {
        await RegisterAsync();
        var first = await TokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RegisterAsync(form: Form with { Profession = "Autre chose" });

        Assert.Equal("spouse.dead-link", (await SendAsync(Actor.Anonymous, new OpenSpouseLink(first))).Error?.Code);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email)); // a link that is asked for says what it agrees to
        Assert.Contains("Confirmez", (await MailsAsync())[0].Subject, StringComparison.Ordinal);
        await OpenAsync();
        Assert.NotNull((await FileAsync()).ConsentedAt);
    }

    [Fact]
    public async Task A_request_sent_again_waits_a_month_from_then_on()
    {
        await RegisterAsync();
        Clock.Advance(TimeSpan.FromDays(29));
        await RegisterAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        await SendAsync(Actor.System, new SweepSpouseSupport());

        await OpenAsync();
        Assert.NotNull((await FileAsync()).ConsentedAt);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var error = (await SendAsync(Actor.Anonymous, new RegisterSpouse(
            Guid.NewGuid(), "inès", new SpouseForm { Phone = "12", Commune = "Toulouse", ArrivesOn = "demain", Message = new string('a', 2001) }, false, false))).Error!;

        Assert.Equal(
            ["Agrees", "ArrivesOn", "Commune", "Email", "Message", "Name", "Phone", "Profession"], error.Fields!.Keys.Order());
        Assert.Equal(0, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_name_an_address_and_a_trade_are_enough()
    {
        Assert.Null((await RegisterAsync(form: new SpouseForm { Name = "Inès", Profession = "Menuisière" })).Error);
        var file = await FileAsync();
        Assert.Equal((null, null, null, null, null, null), (file.Phone, file.Couple, file.DoctorName, file.Project, file.InseeCode, file.Message));
    }

    [Fact]
    public async Task A_robot_is_told_nothing_and_leaves_nothing()
    {
        Assert.Equal("page-too-old", (await SendAsync(Actor.Anonymous, new RegisterSpouse(Guid.NewGuid(), Email, Form, true, IsRobot: true))).Error?.Code);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_address_gets_three_mails_a_day_and_a_network_causes_twenty_an_hour()
    {
        for (var i = 0; i < 5; i++)
        {
            await RegisterAsync();
        }

        Assert.Equal(3, (await MailsAsync()).Count);
        for (var i = 0; i < 25; i++)
        {
            await SendAsync(Actor.Anonymous with { Network = "203.0.113.7" }, new RegisterSpouse(Guid.NewGuid(), $"p{i}@example.org", Form, true, false));
        }

        Assert.Equal(20, await BehindTheWallAsync(db => db.OutboxEmails.CountAsync(m => m.Network == "203.0.113.7", Stop)));
    }

    [Fact]
    public async Task The_file_goes_to_whoever_has_the_fewest_and_they_are_told_without_a_name()
    {
        var (first, second) = (await CaseworkerAsync(), await CaseworkerAsync("Paul Lannes"));
        await InSpaceAsync("un@example.org");
        await InSpaceAsync("deux@example.org");

        var owners = await BehindTheWallAsync(db => db.Cases.Select(c => c.OwnerId).ToListAsync(Stop));
        Assert.Equal(new HashSet<Guid?> { first.AccountId, second.AccountId }, owners.ToHashSet());
        var mail = await InDatabaseAsync(db => db.Users.Where(a => a.Id == first.AccountId).Select(a => a.Email!).SingleAsync(Stop));
        var told = Assert.Single(await MailsAsync(mail));
        Assert.DoesNotContain("Capdevielle", told.Subject + await BodyAsync(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_caseworker_the_file_waits_for_the_first_one()
    {
        var spouse = await InSpaceAsync();
        Assert.Null((await SendAsync(spouse, new GetMySpouseCase())).Value.CaseworkerName);

        var row = Assert.Single((await SendAsync(await CaseworkerAsync(), new ListSpouseCases(Mine: true, null, 1))).Value.Rows.Items);
        Assert.Null(row.OwnerName);
    }

    [Fact]
    public async Task A_request_without_an_answer_goes_after_a_month_with_its_address()
    {
        await RegisterAsync();
        Clock.Advance(SpouseCase.Patience - TimeSpan.FromSeconds(1));
        Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);
        Assert.Equal(1, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));

        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));
        Assert.Empty(await MailsAsync());
    }
}
