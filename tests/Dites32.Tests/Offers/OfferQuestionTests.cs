using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Offers;

public sealed class OfferQuestionTests : WebTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_goes_to_the_contact_as_a_link_and_its_answer_to_the_person()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        using var visitor = Visitor();
        var sent = await visitor.SubmitAsync($"{offer.Path()}/question", "question",
            ("Input.Name", "Lou Martin"), ("Input.Email", "Lou@Example.org"), ("Input.Text", "Le logement a-t-il un jardin ?"));

        Assert.Equal($"{offer.Path()}/question/envoyee", sent.Headers.Location?.PathAndQuery ?? sent.Headers.Location?.ToString());
        Assert.Equal("Votre question est envoyée", (await visitor.GetPageAsync($"{offer.Path()}/question/envoyee")).Text("h1"));
        var mails = await MailsAsync();
        Assert.Equal([site.RecruiterEmail, "lou@example.org"], mails.Select(m => m.To));
        Assert.All(mails, m => Assert.DoesNotContain("jardin", m.Body, StringComparison.Ordinal));
        var question = await InDatabaseAsync(db => db.OfferQuestions.SingleAsync(Stop));
        Assert.Contains($"https://dites32.example/recruteur/questions/{question.Id}", mails[0].Body, StringComparison.Ordinal);

        using var recruiter = App.ClientFor(site.Recruiter);
        Assert.Contains("Lou Martin", (await recruiter.GetPageAsync("/recruteur/questions")).Text("main"), StringComparison.Ordinal);
        var answered = await recruiter.SubmitAsync($"/recruteur/questions/{question.Id}", "reponse", ("Input.Answer", "Oui, et un potager."));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var answer = Assert.Single(await MailsAsync(), m => m.Kind == "offer-question.answered");
        Assert.Equal(("lou@example.org", site.RecruiterEmail), (answer.To, answer.ReplyTo));
        Assert.Contains("Oui, et un potager.", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Oui, et un potager.", (await recruiter.GetPageAsync($"/recruteur/questions/{question.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Aucune question", (await recruiter.GetPageAsync("/recruteur/questions")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_an_anonymous_offer_the_mission_is_the_only_name()
    {
        var site = await this.SiteAsync("32307", "Maison du Canari", "Dr Rossignol");
        var offer = await this.OfferAsync(site, new SampleOffer { IsAnonymous = true });
        Assert.Null((await AskAsync(offer)).Error);
        Assert.Null((await SendAsync(site.Recruiter, new AnswerQuestion(await OnlyIdAsync(), "Bien sûr."))).Error);

        var mails = (await MailsAsync()).Where(m => m.To == "lou@example.org").ToList();

        Assert.Equal(2, mails.Count);
        Assert.All(mails, m =>
        {
            Assert.Equal("dites32@gers.example", m.ReplyTo);
            foreach (var secret in new[] { "Canari", "Pavie", "Rossignol", site.RecruiterEmail })
            {
                Assert.DoesNotContain(secret, m.Body + m.Subject + m.ReplyToName, StringComparison.OrdinalIgnoreCase);
            }
        });
        Assert.Contains((await MailsAsync()), m => m.To == site.RecruiterEmail);
    }

    [Fact]
    public async Task The_deputy_of_the_day_receives_what_comes_for_a_contact_on_leave()
    {
        var (site, deputy) = (await this.SiteAsync(), await this.SiteAsync("32132"));
        var offer = await this.OfferAsync(site);
        await SaveAsync(new Absence(site.RecruiterId, deputy.RecruiterId, Clock.Today(), Clock.Today()));

        await AskAsync(offer);

        Assert.Contains(await MailsAsync(), m => m.To == deputy.RecruiterEmail);
        Assert.DoesNotContain(await MailsAsync(), m => m.To == site.RecruiterEmail);
    }

    [Fact]
    public async Task A_form_sent_twice_asks_once_even_at_the_same_time()
    {
        var offer = await this.OfferAsync();
        var submission = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(offer, submission)));

        Assert.All(results, r => Assert.Null(r.Error));
        await OnlyIdAsync();
        Assert.Equal(2, (await MailsAsync()).Count);
        Assert.Equal("page-too-old", (await AskAsync(offer, submission, "autre@example.org")).Error?.Code);
    }

    [Fact]
    public async Task A_robot_an_empty_form_and_a_closed_offer_send_nothing()
    {
        var offer = await this.OfferAsync();
        var closed = await this.OfferAsync(new SampleOffer { Status = OfferStatus.Filled });
        using var visitor = Visitor();

        Assert.Equal("page-too-old", (await SendAsync(Actor.Anonymous, new AskQuestion(Guid.NewGuid(), offer.Number, "R", "r@example.org", "x", IsRobot: true))).Error?.Code);
        Assert.Equal("offer-question.offer-closed", (await AskAsync(closed)).Error?.Code);
        var answer = await visitor.SubmitAsync($"{offer.Path()}/question", "question", ("Input.Name", "Lou"), ("Input.Email", "lou"), ("Input.Text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Lou", (await answer.ReadPageAsync()).QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"{closed.Path()}/question", Stop)).StatusCode);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task One_address_asks_three_questions_a_day()
    {
        var offer = await this.OfferAsync();
        for (var i = 0; i < Outbox.MaxPerAddressAndDay; i++)
        {
            Assert.Null((await AskAsync(offer)).Error);
        }

        Assert.Equal("offer-question.too-many", (await AskAsync(offer, email: "LOU@example.org")).Error?.Code);
        Assert.Null((await AskAsync(offer, email: "autre@example.org")).Error);
    }

    [Fact]
    public async Task Only_those_who_manage_the_offer_read_and_answer()
    {
        var (site, other) = (await this.SiteAsync(), await this.SiteAsync("32132"));
        await AskAsync(await this.OfferAsync(site));
        var id = await OnlyIdAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);

        Assert.Equal("offer-question.not-found", (await SendAsync(other.Recruiter, new ViewQuestion(id))).Error?.Code);
        Assert.Equal("offer-question.not-found", (await SendAsync(other.Recruiter, new AnswerQuestion(id, "Non."))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new AnswerQuestion(id, "Non."))).Error?.Code);
        Assert.Equal(0, (await SendAsync(other.Recruiter, new ListQuestions())).Value.Total);
        Assert.Equal(1, (await SendAsync(mission, new ListQuestions(int.MaxValue))).Value.Total);
        Assert.Null((await SendAsync(mission, new AnswerQuestion(id, "Oui."))).Error);
        Assert.Null((await SendAsync(mission, new AnswerQuestion(id, "Oui."))).Error); // the same again
        Assert.Equal("offer-question.answered", (await SendAsync(site.Recruiter, new AnswerQuestion(id, "Non."))).Error?.Code);
        Assert.Single(await MailsAsync(), m => m.Kind == "offer-question.answered");
    }

    private Task<Result> AskAsync(Offer offer, Guid? submission = null, string email = "lou@example.org") =>
        SendAsync(Actor.Anonymous, new AskQuestion(submission ?? Guid.NewGuid(), offer.Number, "Lou Martin", email, "Y a-t-il un jardin ?", IsRobot: false));

    private Task<Guid> OnlyIdAsync() => InDatabaseAsync(db => db.OfferQuestions.Select(q => q.Id).SingleAsync(Stop));

    /// <summary>By kind.</summary>
    private async Task<List<(string Kind, string? To, string Subject, string ReplyTo, string ReplyToName, string Body)>> MailsAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var (db, outbox) = (scope.ServiceProvider.GetRequiredService<AppDbContext>(), scope.ServiceProvider.GetRequiredService<Outbox>());
        var mails = new List<(string Kind, string? To, string Subject, string ReplyTo, string ReplyToName, string Body)>();
        foreach (var mail in await db.OutboxEmails.AsNoTracking().OrderBy(m => m.Kind).ThenBy(m => m.Id).ToListAsync(Stop))
        {
            mails.Add((mail.Kind, mail.ToAddress, mail.Subject, mail.ReplyToAddress, mail.ReplyToName, (await outbox.ReadBodyAsync(mail.Id, Stop))!));
        }

        return mails;
    }
}
