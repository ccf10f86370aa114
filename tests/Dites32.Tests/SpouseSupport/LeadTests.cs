using System.Diagnostics;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

public sealed class LeadTests : SpouseTest
{
    private static readonly JobEmployerForm Employer = new()
    {
        Name = "Librairie de la Halle",
        Siret = "732 829 320 00074",
        Sector = "Commerce",
        Commune = "Auch (32000)",
        ContactName = "Sam Martin",
        ContactEmail = "sam@example.org",
        ContactPhone = "05 62 00 00 00",
    };

    private static readonly JobVacancyForm Vacancy = new()
    {
        Title = "Libraire – été",
        RomeCode = "d1210",
        Contract = nameof(JobContract.FixedTerm),
        Commune = "Auch (32000)",
        OpenUntil = "2026-03-31",
        Address = "https://annonces.example/1",
        Description = "Vente et conseil.",
    };

    [Fact]
    public async Task An_employer_sent_twice_is_one_and_another_with_its_siret_is_refused_beside_the_field()
    {
        var (caseworker, form) = (await CaseworkerAsync(), Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new AddJobEmployer(form, Employer))));
        Assert.Equal(1, await BehindTheWallAsync(db => db.Employers.CountAsync(Stop)));

        Assert.Equal(["Siret"], (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), Employer with { Name = "Autre" }))).Error!.Fields!.Keys);
    }

    [Fact]
    public async Task All_that_is_wrong_with_an_employer_and_a_post_is_said_at_once()
    {
        var caseworker = await CaseworkerAsync();
        var employer = (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), new JobEmployerForm { Siret = "1", ContactEmail = "a", ContactPhone = "b", Commune = "Toulouse" }))).Error!;
        Assert.Equal(["Commune", "ContactEmail", "ContactPhone", "Name", "Siret"], employer.Fields!.Keys.Order());

        var id = (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), Employer))).Value;
        var post = (await SendAsync(caseworker, new AddJobVacancy(Guid.NewGuid(), id, new JobVacancyForm
        {
            RomeCode = "Z99",
            Contract = "0",
            Commune = "",
            StartsOn = "jamais",
            OpenUntil = "2026-03-01",
            Address = "javascript:alert(1)",
            Description = new string('a', 2001),
        }))).Error!;
        Assert.Equal(["Address", "Commune", "Contract", "Description", "OpenUntil", "RomeCode", "StartsOn", "Title"], post.Fields!.Keys.Order());
    }

    [Fact]
    public async Task An_older_page_of_an_employer_is_told()
    {
        var caseworker = await CaseworkerAsync();
        var id = (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), Employer))).Value;
        var sheet = (await SendAsync(caseworker, new GetJobEmployer(id))).Value;

        Assert.Null((await SendAsync(caseworker, new CorrectJobEmployer(id, sheet.Version, Employer with { Sector = "Livres" }))).Error);
        Assert.Equal("changed-meanwhile", (await SendAsync(caseworker, new CorrectJobEmployer(id, sheet.Version, Employer))).Error?.Code);
        Assert.Equal("Livres", (await SendAsync(caseworker, new GetJobEmployer(id))).Value.Form.Sector);
    }

    [Fact]
    public async Task The_nearest_open_posts_come_first_and_words_radius_and_contract_narrow_them()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync(); // thinks of Fleurance
        var id = (await FileAsync()).Id;
        var employer = (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), Employer))).Value;
        var auch = await PostAsync(caseworker, employer, Vacancy);
        await PostAsync(caseworker, employer, Vacancy with { Title = "Libraire à Lectoure", Commune = "Lectoure", Contract = nameof(JobContract.Permanent) });
        await PostAsync(caseworker, employer, Vacancy with { Title = "Comptable", RomeCode = "M1203", Commune = "Mirande", Description = null });
        var closed = await PostAsync(caseworker, employer, Vacancy with { Title = "Libraire parti" });
        await SendAsync(caseworker, new CloseJobVacancy(closed));

        Assert.Equal(["Libraire à Lectoure", "Libraire – été", "Comptable"], await TitlesAsync(new SearchLeads(id, "", null, null)));
        Assert.Equal(["Libraire à Lectoure", "Libraire – été"], await TitlesAsync(new SearchLeads(id, "LIBRÀIRE", 30, null)));
        Assert.Equal(["Libraire à Lectoure"], await TitlesAsync(new SearchLeads(id, "", 20, null)));
        Assert.Equal(["Libraire à Lectoure"], await TitlesAsync(new SearchLeads(id, "", null, JobContract.Permanent)));
        Assert.Equal(["Comptable"], await TitlesAsync(new SearchLeads(id, "m1203", null, null)));
        Assert.Empty(await TitlesAsync(new SearchLeads(id, "100%", null, null)));
        var found = (await SendAsync(caseworker, new SearchLeads(id, "ete", null, null))).Value;
        Assert.Equal(("Fleurance", auch), (found.CommuneName, Assert.Single(found.Leads).VacancyId));
        Assert.InRange(found.Leads[0].Kilometres!.Value, 22, 25);

        Clock.Advance(TimeSpan.FromDays(30)); // 1 April: it was open until the day before
        Assert.Empty(await TitlesAsync(new SearchLeads(id, "", null, null)));

        async Task<IEnumerable<string>> TitlesAsync(SearchLeads search) => (await SendAsync(caseworker, search)).Value.Leads.Select(l => l.Title);
    }

    [Fact]
    public async Task A_post_is_proposed_once_and_the_person_says_how_it_went()
    {
        var (caseworker, spouse, id, post) = await ProposedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new ProposeJobLead(id, post))));
        Assert.Single(await MailsAsync(), m => m.Kind == "spouse.lead");
        var lead = Assert.Single((await SendAsync(spouse, new GetMySpouseCase())).Value.Leads);
        Assert.Equal((LeadAnswer.Proposed, "Librairie de la Halle", true), (lead.Answer, lead.EmployerName, lead.IsOpen));

        Assert.Equal("spouse.wrong-answer", (await SendAsync(spouse, new AnswerJobLead(lead.Id, LeadAnswer.Hired, ""))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(spouse, new AnswerJobLead(lead.Id, null, ""))).Error?.Code);
        Assert.Null((await SendAsync(spouse, new AnswerJobLead(lead.Id, LeadAnswer.Applied, "Envoyé hier."))).Error);
        Assert.Null((await SendAsync(spouse, new AnswerJobLead(lead.Id, LeadAnswer.Hired, "Ils m'ont choisie !"))).Error);

        var seen = Assert.Single((await SendAsync(caseworker, new GetSpouseCase(id))).Value.Leads);
        Assert.Equal((LeadAnswer.Hired, "Ils m'ont choisie !"), (seen.Answer, seen.Comment));
    }

    [Fact]
    public void Every_answer_leads_on_and_a_mistake_can_be_taken_back()
    {
        Assert.All(Enum.GetValues<LeadAnswer>(), a => Assert.NotEmpty(a.Next()));
        Assert.All(Enum.GetValues<LeadAnswer>().Where(a => a != LeadAnswer.Proposed), a => Assert.Contains(Enum.GetValues<LeadAnswer>(), from => from.Next().Contains(a)));
    }

    [Fact]
    public async Task A_post_that_is_gone_is_proposed_to_nobody_and_says_so_to_those_who_had_it()
    {
        var (caseworker, spouse, _, post) = await ProposedAsync();
        await InSpaceAsync("deux@example.org");
        await SendAsync(caseworker, new CloseJobVacancy(post));

        Assert.Equal("spouse.vacancy-closed", (await SendAsync(caseworker, new ProposeJobLead((await FileAsync("deux@example.org")).Id, post))).Error?.Code);
        Assert.False(Assert.Single((await SendAsync(spouse, new GetMySpouseCase())).Value.Leads).IsOpen);
    }

    [Fact]
    public async Task Nobody_answers_for_another()
    {
        var (_, spouse, _, _) = await ProposedAsync();
        var other = await InSpaceAsync("deux@example.org");
        var lead = (await SendAsync(spouse, new GetMySpouseCase())).Value.Leads[0].Id;

        Assert.Equal("spouse.lead-not-found", (await SendAsync(other, new AnswerJobLead(lead, LeadAnswer.Kept, ""))).Error?.Code);
    }

    [Fact, Trait("Category", "Long")]
    public async Task Five_thousand_posts_are_searched_for_five_hundred_partners_in_two_seconds()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        await RunAsOwnerAsync("""
            INSERT INTO spouse.job_employer (id, name, insee_code, added_by_id, added_at) VALUES ('00000000-0000-0000-0000-000000000001', 'E', '32013', gen_random_uuid(), now());
            INSERT INTO spouse.job_vacancy (id, employer_id, title, contract, insee_code, added_by_id, added_at)
            SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'Métier ' || (i % 50), 'Permanent', c.insee_code, gen_random_uuid(), now()
            FROM generate_series(1, 5000) AS i JOIN (SELECT insee_code, row_number() OVER () - 1 AS n FROM public.commune) AS c ON c.n = i % 460;
            ANALYZE spouse.job_vacancy;
            """);
        var id = (await FileAsync()).Id;
        await SendAsync(caseworker, new SearchLeads(id, "Métier 7", 30, null));

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 500; i++)
        {
            Assert.NotEmpty((await SendAsync(caseworker, new SearchLeads(id, "Métier 7", 30, JobContract.Permanent))).Value.Leads);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"500 searches of 5,000 posts: {clock.Elapsed.TotalSeconds:0.00} s");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    private async Task<(Actor Caseworker, Actor Spouse, Guid CaseId, Guid Post)> ProposedAsync()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var post = await PostAsync(caseworker, (await SendAsync(caseworker, new AddJobEmployer(Guid.NewGuid(), Employer))).Value, Vacancy);
        Assert.Null((await SendAsync(caseworker, new ProposeJobLead(id, post))).Error);
        return (caseworker, spouse, id, post);
    }

    private async Task<Guid> PostAsync(Actor caseworker, Guid employer, JobVacancyForm form)
    {
        var id = Guid.NewGuid();
        Assert.Null((await SendAsync(caseworker, new AddJobVacancy(id, employer, form))).Error);
        return id;
    }
}
