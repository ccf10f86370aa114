using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class MoveApplicationTests : PipelineTest
{
    [Fact]
    public async Task A_move_writes_the_row_the_event_and_a_mail_that_waits_five_minutes()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer, message: "Mon projet est secret.");

        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.Interview)).Error);

        var state = await StateAsync(card);
        var mail = Assert.Single(await MailsAsync(card));
        Assert.Equal(StageCategory.Interview, state.Category);
        Assert.Equal(mail.Id, state.Application.WaitingEmailId);
        Assert.Equal(Clock.Now.AddMinutes(5), mail.SendAfter);
        Assert.Equal(Clock.Now, state.Application.FirstAnswerAt);
        Assert.Equal(1, await MovesAsync(card));
        Assert.Equal(site.RecruiterEmail, mail.ReplyToAddress);
        Assert.Contains(offer.Title, BodyOf(mail), StringComparison.Ordinal);
        Assert.Contains("https://dites32.example/suivi/", BodyOf(mail), StringComparison.Ordinal);
        Assert.Contains("au plus tard le 9 mars 2026", BodyOf(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", BodyOf(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_reads_the_former_stage_until_the_mail_leaves()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        var person = await PersonAsync(card);
        await MoveAsync(site.Recruiter, card, StageCategory.Refused, RefusalReason.OtherChosen, "Merci.");

        Assert.Equal(StageCategory.Received, (await SendAsync(person, new GetFollowUp(card))).Value.Category);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await MailsLeaveAsync(card);
        Assert.Equal(StageCategory.Refused, (await SendAsync(person, new GetFollowUp(card))).Value.Category);
    }

    [Fact]
    public async Task A_second_move_replaces_the_mail_that_was_waiting()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));

        await MoveAllTheWayAsync(site.Recruiter, card, StageCategory.InReview, StageCategory.Interview);

        var mails = await MailsAsync(card);
        Assert.Equal(2, mails.Count);
        Assert.Equal((await StateAsync(card)).Application.WaitingEmailId, Assert.Single(mails, m => m.CancelledAt is null).Id);
    }

    [Fact]
    public async Task Back_to_the_stage_the_person_knows_of_nothing_is_written()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        await MoveAsync(site.Recruiter, card, StageCategory.InReview);
        Clock.Advance(TimeSpan.FromHours(1));
        await MailsLeaveAsync(card);

        await MoveAllTheWayAsync(site.Recruiter, card, StageCategory.Visit, StageCategory.InReview);

        Assert.Equal([false, true], (await MailsAsync(card)).Select(m => m.CancelledAt is not null));
        Assert.Null((await StateAsync(card)).Application.WaitingEmailId);
    }

    [Fact]
    public async Task The_same_move_by_the_same_person_is_a_success_and_by_another_a_conflict_that_says_who_when_and_what()
    {
        var site = await this.SiteAsync(recruiter: "Dr Claire Dupouy");
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var mission = await MissionAsync();
        var (version, review, interview) = ((await StateAsync(card)).Version, await StageAsync(offer.Id, StageCategory.InReview), await StageAsync(offer.Id, StageCategory.Interview));

        Assert.Null((await SendAsync(site.Recruiter, new MoveApplication(card, review, version))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new MoveApplication(card, review, version))).Error);
        var late = await SendAsync(mission, new MoveApplication(card, interview, version));
        var same = await SendAsync(mission, new MoveApplication(card, review, version));

        Assert.Equal("application.moved-meanwhile", late.Error?.Code);
        Assert.Equal("application.moved-meanwhile", same.Error?.Code);
        Assert.Contains("Dr Claire Dupouy", late.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("« À l'étude » le 2 mars 2026 à 10 h 00", late.Error.Message.PlainSpaces(), StringComparison.Ordinal);
        Assert.Equal(1, await MovesAsync(card));
    }

    [Fact]
    public async Task When_the_person_completes_the_application_meanwhile_the_recruiter_looks_again()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var version = (await StateAsync(card)).Version;
        await SendAsync(await PersonAsync(card), new ConfirmAddress(card));

        var moved = await SendAsync(site.Recruiter, new MoveApplication(card, await StageAsync(offer.Id, StageCategory.InReview), version));

        Assert.Equal("application.completed-meanwhile", moved.Error?.Code);
    }

    [Fact]
    public async Task Of_a_hundred_simultaneous_moves_one_wins_and_the_others_are_told_of_it()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var version = (await StateAsync(card)).Version;
        var targets = new[] { StageCategory.InReview, StageCategory.Shortlisted, StageCategory.Interview, StageCategory.Visit };
        var stages = await Task.WhenAll(targets.Select(t => StageAsync(offer.Id, t)));
        var colleagues = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MissionAsync()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            SendAsync(colleagues[i % 4], new MoveApplication(card, stages[i / 4 % 4], version))));

        var (winner, winning) = await InDatabaseAsync(async db =>
        {
            var moved = await db.ApplicationEvents.SingleAsync(e => e.ApplicationId == card && e.Kind == ApplicationEventKind.Moved, Stop);
            return (moved.AuthorId, moved.ToStageId);
        });
        Assert.All(answers.Index(), a => Assert.Equal(
            colleagues[a.Index % 4].AccountId == winner && stages[a.Index / 4 % 4] == winning ? null : "application.moved-meanwhile",
            a.Item.Error?.Code));
        Assert.InRange((await MailsAsync(card)).Count, 0, 1);
    }

    [Fact]
    public async Task Twenty_recruiters_who_look_again_after_each_conflict_all_move_the_card_in_the_end()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var stages = await Task.WhenAll(new[] { StageCategory.InReview, StageCategory.Interview }.Select(t => StageAsync(offer.Id, t)));
        var (done, conflicts) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var colleague = await MissionAsync();
            for (; ; )
            {
                var state = await StateAsync(card);
                var to = stages.First(s => s != state.Application.StageId);
                if ((await SendAsync(colleague, new MoveApplication(card, to, state.Version))).Error is null)
                {
                    Interlocked.Increment(ref done);
                    return;
                }

                Interlocked.Increment(ref conflicts);
            }
        }));

        Assert.Equal(done, await MovesAsync(card));
        Assert.Equal(20, done);
        Assert.True(conflicts > 0);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_an_answer_and_sends_these_words()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));

        Assert.Equal("application.answer-missing", (await MoveAsync(site.Recruiter, card, StageCategory.Refused)).Error?.Code);
        Assert.Equal("application.answer-missing", (await MoveAsync(site.Recruiter, card, StageCategory.Refused, RefusalReason.DatesDiffer, " ")).Error?.Code);
        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.Refused, RefusalReason.DatesDiffer, "Les dates ne vont pas, merci.")).Error);

        Assert.Contains("Les dates ne vont pas, merci.", BodyOf(Assert.Single(await MailsAsync(card))), StringComparison.Ordinal);
        Assert.Equal(RefusalReason.DatesDiffer, (await StateAsync(card)).Application.Reason);
    }

    [Fact]
    public async Task What_the_table_refuses_says_why_and_changes_nothing()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));

        var moved = await MoveAsync(site.Recruiter, card, StageCategory.InPost);

        Assert.Equal("application.cannot-move", moved.Error?.Code);
        Assert.Equal(StageCategory.Received, (await StateAsync(card)).Category);
    }

    [Fact]
    public async Task The_stage_of_another_offer_is_no_stage_of_this_card()
    {
        var site = await this.SiteAsync();
        var (offer, other) = (await this.OfferAsync(site), await this.OfferAsync(site));
        var card = await ApplyAsync(offer);

        var moved = await SendAsync(site.Recruiter, new MoveApplication(card, await StageAsync(other.Id, StageCategory.InReview), (await StateAsync(card)).Version));

        Assert.Equal("application.stage-gone", moved.Error?.Code);
    }

    [Fact]
    public async Task Another_sites_recruiter_finds_no_card_and_a_candidate_may_not_ask()
    {
        var card = await ApplyAsync(await this.OfferAsync());
        var pool = await ApplyAsync(null);
        var stranger = (await this.SiteAsync(name: "Maison de santé de Condom")).Recruiter;

        Assert.Equal("application.not-found", (await MoveAsync(stranger, card, StageCategory.InReview)).Error?.Code);
        Assert.Equal("application.not-found", (await MoveAsync(stranger, pool, StageCategory.InReview)).Error?.Code);
        Assert.Equal("forbidden", (await MoveAsync(await SomeoneAsync(Role.Candidate), card, StageCategory.InReview)).Error?.Code);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_application_however_the_account_spells_its_address()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site), email: site.RecruiterEmail.ToUpperInvariant());
        await InDatabaseAsync(db => db.Users.Where(u => u.Id == site.RecruiterId)
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.Email, site.RecruiterEmail.ToUpperInvariant()), Stop));

        Assert.Equal("application.not-found", (await MoveAsync(site.Recruiter, card, StageCategory.InReview)).Error?.Code);
        Assert.Null((await MoveAsync(await MissionAsync(), card, StageCategory.InReview)).Error);
    }

    [Fact]
    public async Task A_public_employer_waits_a_month_or_explains_the_urgency()
    {
        var site = await this.SiteAsync(isPublic: true);
        var offer = await this.OfferAsync(site, new SampleOffer { CdgNumber = "V032260200001", CdgPublishedOn = new DateOnly(2026, 2, 20) });
        var card = await ApplyAsync(offer);
        await MoveAllTheWayAsync(site.Recruiter, card, StageCategory.Interview);

        var early = await MoveAsync(site.Recruiter, card, StageCategory.Accepted);
        Assert.Equal("offer.too-early-to-hire", early.Error?.Code);
        Assert.Contains("20 mars 2026", early.Error!.Message, StringComparison.Ordinal);

        Assert.Equal("invalid", (await SendAsync(site.Recruiter, new ExplainUrgency(offer.Id, "Vite"))).Error?.Code);
        Assert.Equal("offer.not-found", (await SendAsync((await this.SiteAsync()).Recruiter, new ExplainUrgency(offer.Id, "Deux départs le même mois au centre."))).Error?.Code);
        Assert.Null((await SendAsync(site.Recruiter, new ExplainUrgency(offer.Id, "Deux départs le même mois au centre."))).Error);
        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.Accepted)).Error);
        Assert.True(await InDatabaseAsync(db => db.OfferEvents.AnyAsync(e => e.OfferId == offer.Id && e.Kind == OfferEventKind.UrgencyExplained, Stop)));
    }

    [Fact]
    public async Task A_mail_about_an_anonymous_offer_names_neither_site_nor_commune_nor_recruiter()
    {
        var site = await this.SiteAsync("32107", "Cabinet Canari", "Dr Canari");
        var card = await ApplyAsync(await this.OfferAsync(site, new SampleOffer { IsAnonymous = true, ContactPhone = "0562000000" }));

        await MoveAllTheWayAsync(site.Recruiter, card, StageCategory.InReview, StageCategory.Interview, StageCategory.Visit,
            StageCategory.Proposal, StageCategory.Accepted, StageCategory.Papers, StageCategory.InReview, StageCategory.Refused);

        Assert.All(await InDatabaseAsync(db => db.OutboxEmails.Where(e => e.AboutId == card && e.ToAddress != site.RecruiterEmail).ToListAsync(Stop)), mail =>
        {
            var text = $"{mail.Subject} {mail.ReplyToAddress} {mail.ReplyToName} {(mail.ProtectedBody is null ? "" : BodyOf(mail))}";
            Assert.DoesNotContain("Canari", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(site.RecruiterEmail, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("0562000000", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_preview_is_the_mail_itself_without_the_personal_link()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var refused = await StageAsync(offer.Id, StageCategory.Refused);

        var open = (await SendAsync(site.Recruiter, new PreviewMove(card, refused, null, null))).Value;
        var preview = (await SendAsync(site.Recruiter, new PreviewMove(card, refused, RefusalReason.OtherChosen, ""))).Value;
        Assert.Null((await SendAsync(site.Recruiter, new MoveApplication(card, refused, preview.Version, RefusalReason.OtherChosen, preview.Answer))).Error);

        var mail = Assert.Single(await MailsAsync(card));
        Assert.Null(open.Mail);
        Assert.Equal(mail.Subject, preview.Mail!.Subject);
        Assert.Contains(PipelineEmails.LinkPlaceholder, preview.Mail.Body, StringComparison.Ordinal);
        Assert.Equal(preview.Mail.Body.Split(PipelineEmails.LinkPlaceholder)[0], BodyOf(mail).Split("https://")[0]);
    }
}
