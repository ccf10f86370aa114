using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>A doctor and their partner: who invites, who agrees, and what the other learns of it.</summary>
public sealed class CoupleTests : SpouseTest
{
    [Fact]
    public async Task A_doctor_invites_the_partner_agrees_and_only_then_the_doctor_sees_them()
    {
        await CaseworkerAsync();
        var doctor = await DoctorAsync();
        Assert.Null((await InviteAsync(doctor)).Error);
        var spouse = await OpenAsync();
        Assert.Equal(SpouseErrors.NoConsent, (await SendAsync(spouse, new AnswerCoupleLink(await LinkIdAsync(), Agrees: true))).Error);
        Assert.Null((await SendAsync(spouse, new CorrectMySpouseCase(await VersionAsync(), Form, Agrees: true))).Error);
        Assert.Equal((Clock.Now, null), Seen(await MineAsync(doctor)));

        var proposal = Assert.Single((await SendAsync(spouse, new GetMySpouseCase())).Value.Proposals);
        Assert.Equal(("Rémi", "remi.cassagne@example.org", null), (proposal.DoctorName, proposal.DoctorEmail, proposal.LinkedAt));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(spouse, new AnswerCoupleLink(proposal.Id, Agrees: true))));

        Assert.Equal("Inès Capdevielle", (await MineAsync(doctor)).Partner!.Name);
        var mail = Assert.Single(await MailsAsync("remi.cassagne@example.org"));
        Assert.Equal(("Vos dossiers sont reliés – Dites32 à 2", true), (mail.Subject, mail.ForgetOnceSent));
    }

    [Fact]
    public async Task The_doctor_is_answered_the_same_whether_the_address_has_a_file_or_not()
    {
        await CaseworkerAsync();
        var (first, second) = (await DoctorAsync("un@example.org"), await DoctorAsync("deux@example.org"));
        await InSpaceAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await InviteAsync(first)).Error);
        Assert.Null((await InviteAsync(second, "personne@example.org")).Error);

        Assert.Equal(await MineAsync(first), await MineAsync(second));
        Assert.Contains("/dites32-a-2/connexion", await BodyAsync(), StringComparison.Ordinal);
        Assert.Contains("/dites32-a-2/lien?jeton=", await BodyAsync("personne@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_doctor_invites_is_unknown_to_caseworkers_until_they_agree_and_no_link_agrees_for_them()
    {
        var (caseworker, doctor) = (await CaseworkerAsync(), await DoctorAsync());
        await InviteAsync(doctor);
        await OpenAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email))).Error);
        await OpenAsync();

        var file = await FileAsync();
        Assert.Equal((null, true), (file.ConsentedAt, file.ByDoctor));
        Assert.Empty((await SendAsync(caseworker, new ListSpouseCases(Mine: false, State: null, PageNumber: 1))).Value.Rows.Items);
        Assert.Equal(SpouseErrors.NotFound, (await SendAsync(caseworker, new GetSpouseCase(file.Id))).Error);
    }

    [Fact]
    public async Task Whoever_was_invited_may_as_well_fill_in_the_public_form()
    {
        await CaseworkerAsync();
        await InviteAsync(await DoctorAsync());
        Clock.Now += TimeSpan.FromMinutes(1);
        var spouse = await InSpaceAsync();

        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Equal((true, "Inès Capdevielle", 1), (mine.ConsentedAt is not null, mine.Name, mine.Proposals.Count));
    }

    [Fact]
    public async Task A_no_looks_to_the_doctor_as_silence_does_and_so_does_an_erasure()
    {
        await CaseworkerAsync();
        var doctor = await DoctorAsync();
        var spouse = await InSpaceAsync();
        await InviteAsync(doctor);
        var before = await MineAsync(doctor);
        Assert.Null((await SendAsync(spouse, new AnswerCoupleLink(await LinkIdAsync(), Agrees: false))).Error);
        Assert.Equal(before, await MineAsync(doctor));
        Assert.Empty((await SendAsync(spouse, new GetMySpouseCase())).Value.Proposals);

        var other = await DoctorAsync("autre@example.org");
        await InviteAsync(other);
        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);
        Assert.Equal(before, await MineAsync(other));
        Assert.Empty(await MailsAsync("remi.cassagne@example.org"));

        Clock.Now += CoupleLink.Patience + TimeSpan.FromDays(1);
        Assert.Equal((null, null), Seen(await MineAsync(doctor)));
        await SweepAsync();
        Assert.Equal(0, await BehindTheWallAsync(db => db.CoupleLinks.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_ends_the_link_and_nothing_is_shared_any_more(bool isDoctor)
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var (doctor, link, comparison) = await CoupleAsync(spouse);
        Assert.Null((await SendAsync(doctor, new GetSharedComparison(comparison))).Error);

        Assert.Null((isDoctor ? await SendAsync(doctor, new EndMyCouple()) : await SendAsync(spouse, new AnswerCoupleLink(link, Agrees: false))).Error);

        Assert.Equal((null, null), Seen(await MineAsync(doctor)));
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(doctor, new GetSharedComparison(comparison))).Error);
        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Empty(mine.Proposals);
        Assert.False(Assert.Single(mine.Comparisons).IsShared);
        Assert.Equal(SpouseErrors.NotLinked, (await SendAsync(spouse, new ShareComparison(comparison, IsShared: true))).Error);
        Assert.Equal(SpouseErrors.CoupleNotFound, (await SendAsync(spouse, new AnswerCoupleLink(link, Agrees: true))).Error);
    }

    [Fact]
    public async Task An_invitation_taken_back_erases_what_it_alone_had_made()
    {
        await CaseworkerAsync();
        var doctor = await DoctorAsync();
        await InviteAsync(doctor);
        Assert.Null((await SendAsync(doctor, new EndMyCouple())).Error);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Cases.CountAsync(Stop)));

        await InSpaceAsync();
        await InviteAsync(doctor);
        Assert.Null((await SendAsync(doctor, new EndMyCouple())).Error);
        Assert.Null((await SendAsync(doctor, new EndMyCouple())).Error);
        Assert.NotNull((await FileAsync()).ConsentedAt);
    }

    [Fact]
    public async Task A_form_sent_twice_invites_once_and_a_second_invitation_waits_for_the_first_to_be_taken_back()
    {
        var (doctor, form) = (await DoctorAsync(), Guid.NewGuid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(doctor, new InviteMyPartner(form, Email, "Rémi"))));
        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Single(await MailsAsync());
        Assert.Equal(SpouseErrors.InvitedAlready, (await InviteAsync(doctor, "autre@example.org")).Error);
    }

    [Theory]
    [InlineData("ines", "Rémi", "Email")]
    [InlineData("remi.cassagne@example.org", "Rémi", "Email")]
    [InlineData(Email, "", "MyName")]
    [InlineData(Email, "Gagnez https://exemple.fr", "MyName")]
    [InlineData(Email, "Rémi.fr", "MyName")]
    public async Task What_would_be_mailed_to_a_stranger_is_looked_at_first(string email, string name, string field)
    {
        var error = (await SendAsync(await DoctorAsync(), new InviteMyPartner(Guid.NewGuid(), email, name))).Error!;
        Assert.Equal([field], error.Fields!.Keys);
        Assert.Equal(0, await BehindTheWallAsync(db => db.OutboxEmails.CountAsync(Stop)));
    }

    [Fact]
    public async Task Nobody_floods_mailboxes_by_inviting_and_taking_back()
    {
        var doctor = await DoctorAsync();
        for (var i = 0; i < InviteMyPartner.MostADay; i++)
        {
            Assert.Null((await InviteAsync(doctor, $"{i}@example.org")).Error);
            Assert.Null((await SendAsync(doctor, new EndMyCouple())).Error);
        }

        Assert.Equal(SpouseErrors.TooManyInvitations, (await InviteAsync(doctor)).Error);
    }

    [Fact]
    public async Task Two_doctors_may_invite_and_one_is_linked_even_when_both_are_answered_at_once()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var (first, second) = (await DoctorAsync("un@example.org"), await DoctorAsync("deux@example.org"));
        await InviteAsync(first);
        await InviteAsync(second);
        var links = await BehindTheWallAsync(db => db.CoupleLinks.Select(l => l.Id).ToListAsync(Stop));

        var answers = await Task.WhenAll(links.Select(link => SendAsync(spouse, new AnswerCoupleLink(link, Agrees: true))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error == SpouseErrors.LinkedAlready);
        Assert.Equal(1, await BehindTheWallAsync(db => db.CoupleLinks.CountAsync(l => l.PartnerAgreedAt != null, Stop)));
    }

    [Fact]
    public async Task A_doctor_who_erases_their_account_leaves_the_partners_file_and_the_link_goes()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var (doctor, _, comparison) = await CoupleAsync(spouse);
        await InDatabaseAsync(db => db.Users.Where(u => u.Id == doctor.AccountId).ExecuteDeleteAsync(Stop));
        await SweepAsync();

        var mine = (await SendAsync(spouse, new GetMySpouseCase())).Value;
        Assert.Empty(mine.Proposals);
        Assert.Equal((comparison, false), (mine.Comparisons[0].Id, mine.Comparisons[0].IsShared));
    }

    [Fact]
    public async Task A_partner_who_erases_everything_leaves_nothing_to_the_doctor()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var (doctor, _, comparison) = await CoupleAsync(spouse);
        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);

        Assert.Equal((null, null), Seen(await MineAsync(doctor)));
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(doctor, new GetSharedComparison(comparison))).Error);
        Assert.Equal((0, 0), await BehindTheWallAsync(async db => (await db.CoupleLinks.CountAsync(Stop), await db.Comparisons.CountAsync(Stop))));
    }

    private static (DateTimeOffset?, LinkedPartner?) Seen(MyCouple mine) => (mine.ProposedAt, mine.Partner);

    private Task<Result> InviteAsync(Actor doctor, string email = Email) => SendAsync(doctor, new InviteMyPartner(Guid.NewGuid(), email, "Rémi"));

    private async Task<MyCouple> MineAsync(Actor doctor) => (await SendAsync(doctor, new GetMyCouple())).Value;

    private Task<Guid> LinkIdAsync() => BehindTheWallAsync(db => db.CoupleLinks.Where(l => l.CaseId != null).Select(l => l.Id).SingleAsync(Stop));

    private async Task SweepAsync() => Assert.Null((await SendAsync(Actor.System, new SweepSpouseSupport())).Error);
}
