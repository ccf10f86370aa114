using System.Diagnostics;
using System.Net;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>Which posts suit whom, and why: trade, distance, contract, start.</summary>
public sealed class MatchLeadsTests : SpouseTest
{
    private static readonly JobVacancyForm Teaching = new() { Title = "Enseignement des lettres", RomeCode = "K2107", Contract = nameof(JobContract.PublicService), Commune = "Fleurance" };

    [Fact]
    public async Task The_best_first_by_trade_then_contract_then_distance_and_with_why()
    {
        var (caseworker, employer, id) = await PartnerAsync(); // a teacher, for the public service, at Fleurance from 1 September
        await SendAsync(caseworker, new SetSpouseTrade(id, "k2107"));
        await PostAsync(caseworker, employer, Teaching with { Title = "Lettres, contrat privé", Contract = nameof(JobContract.FixedTerm) });
        await PostAsync(caseworker, employer, Teaching with { Title = "Lettres à Lectoure", Commune = "Lectoure" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Lettres à Fleurance" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Formatrice", RomeCode = "K2101" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Enseignante de musique", RomeCode = null });
        await PostAsync(caseworker, employer, Teaching with { Title = "Comptable", RomeCode = "M1203" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Lettres à Riscle", Commune = "Riscle" }); // too far

        var found = (await SendAsync(caseworker, new MatchLeads(id))).Value;
        Assert.Equal(["Lettres à Fleurance", "Lettres à Lectoure", "Lettres, contrat privé", "Enseignante de musique", "Formatrice"], found.Best.Select(p => p.Title));
        Assert.Equal([TradeMatch.SameCode, TradeMatch.SameCode, TradeMatch.SameCode, TradeMatch.SameWords, TradeMatch.SameField], found.Best.Select(p => p.Trade));
        Assert.Equal([true, true, false, true, true], found.Best.Select(p => p.IsWantedContract));
        Assert.Equal((0, 5, "Fleurance"), (found.Best[0].Kilometres, found.Total, found.CommuneName));
        Assert.InRange(found.Best[1].Kilometres!.Value, 9, 13);
    }

    [Fact]
    public async Task A_post_does_not_start_before_the_arrival_but_for_a_month_and_what_nobody_knows_excludes_nothing()
    {
        var (caseworker, employer, id) = await PartnerAsync();
        await PostAsync(caseworker, employer, Teaching with { Title = "Enseignement trop tôt", StartsOn = "2026-07-31" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Enseignement juste à temps", StartsOn = "2026-08-01" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Enseignement sans date" });

        var found = (await SendAsync(caseworker, new MatchLeads(id))).Value;
        Assert.Equal(["Enseignement sans date", "Enseignement juste à temps"], found.Best.Select(p => p.Title));
        Assert.Equal(new DateOnly(2026, 8, 1), found.EarliestStart);
        Assert.Equal(3, (await SendAsync(caseworker, new SearchLeads(id, "enseignement", null, null))).Value.Leads.Count);
        var searched = (await SendAsync(caseworker, new SearchLeads(id, "enseignement", null, null, AfterArrival: true))).Value;
        Assert.Equal((2, new DateOnly(2026, 8, 1)), (searched.Leads.Count, searched.EarliestStart));
    }

    [Fact]
    public async Task What_was_proposed_or_is_closed_is_not_proposed_again()
    {
        var (caseworker, employer, id) = await PartnerAsync();
        var first = await PostAsync(caseworker, employer, Teaching);
        var closed = await PostAsync(caseworker, employer, Teaching);
        await SendAsync(caseworker, new CloseJobVacancy(closed));
        Assert.Equal(first, Assert.Single((await SendAsync(caseworker, new MatchLeads(id))).Value.Best).VacancyId);
        Assert.Equal(("Inès Capdevielle", 1), Assert.Single((await SendAsync(caseworker, new ListLeadMatches(Mine: true, 1))).Value.Items) is var row ? (row.Name, row.Count) : default);

        Assert.Null((await SendAsync(caseworker, new ProposeJobLead(id, first))).Error);
        Assert.Empty((await SendAsync(caseworker, new MatchLeads(id))).Value.Best);
        Assert.Empty((await SendAsync(caseworker, new ListLeadMatches(Mine: false, 1))).Value.Items);
    }

    [Fact]
    public async Task Codes_are_proposed_from_posts_whose_titles_speak_of_the_trade_until_the_file_has_one()
    {
        var (caseworker, employer, id) = await PartnerAsync();
        await PostAsync(caseworker, employer, Teaching);
        await PostAsync(caseworker, employer, Teaching with { Title = "Enseignante de lycée" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Lycée : enseignement technique", RomeCode = "K2109" });
        await PostAsync(caseworker, employer, Teaching with { Title = "Agent de service", RomeCode = "K2204" });

        Assert.Equal(["K2107", "K2109"], (await SendAsync(caseworker, new MatchLeads(id))).Value.Codes.Select(c => c.Code));
        Assert.Equal(["RomeCode"], (await SendAsync(caseworker, new SetSpouseTrade(id, "Z9"))).Error!.Fields!.Keys);
        Assert.Null((await SendAsync(caseworker, new SetSpouseTrade(id, "K2107"))).Error);
        var found = (await SendAsync(caseworker, new MatchLeads(id))).Value;
        Assert.Equal(("K2107", 0), (found.RomeCode, found.Codes.Count));
        Assert.Null((await SendAsync(caseworker, new SetSpouseTrade(id, ""))).Error);
        Assert.Null((await FileAsync()).RomeCode);
    }

    [Fact]
    public async Task On_the_file_a_post_is_proposed_in_one_click_and_the_trade_is_set_in_one_too()
    {
        var (caseworker, employer, id) = await PartnerAsync();
        await PostAsync(caseworker, employer, Teaching);
        using var client = App.ClientFor(caseworker);
        var address = $"/accompagnement/{id}";
        var page = await client.GetPageAsync(address);
        Assert.Contains("Métier : les mêmes mots dans l'intitulé · dans la commune, Fleurance · Fonction publique, comme souhaité · début non précisé", page.Text("[aria-labelledby=correspondances] article .muted"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(address, "metier", ("Trade.RomeCode", "lettres"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(address, "metier", ("Trade.Proposed", "K2107"))).StatusCode);
        Assert.Contains("même code ROME (K2107)", (await client.GetPageAsync(address)).Text("[aria-labelledby=correspondances] article .muted"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(address, "correspondance",
            ("Match.VacancyId", page.QuerySelector("button[name='Match.VacancyId']")!.GetAttribute("value")))).StatusCode);
        Assert.Contains("Aucun poste ouvert ne correspond", (await client.GetPageAsync(address)).Text("[aria-labelledby=correspondances]"), StringComparison.Ordinal);
        Assert.Single(await MailsAsync(), m => m.Kind == "spouse.lead");
    }

    /// <summary>The whole request: reading them all, matching each with each, and the page.</summary>
    [Fact, Trait("Category", "Long")]
    public async Task Five_thousand_posts_are_matched_with_five_hundred_partners_in_two_seconds()
    {
        var caseworker = await CaseworkerAsync();
        await RunAsOwnerAsync("""
            INSERT INTO spouse.job_employer (id, name, insee_code, added_by_id, added_at) VALUES ('00000000-0000-0000-0000-000000000001', 'E', '32013', gen_random_uuid(), now());
            INSERT INTO spouse.job_vacancy (id, employer_id, title, rome_code, contract, insee_code, starts_on, added_by_id, added_at)
            SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001',
                (ARRAY['Libraire', 'Comptable', 'Enseignement des lettres', 'Menuisier', 'Infirmière', 'Développeur', 'Secrétaire', 'Cuisinier', 'Jardinier', 'Vendeuse'])[1 + i % 10],
                CASE WHEN i % 5 = 0 THEN NULL ELSE chr(65 + i % 14) || (1000 + i % 97) END, (ARRAY['Permanent', 'FixedTerm', 'Temporary', 'PublicService'])[1 + i % 4], c.insee_code,
                CASE WHEN i % 3 = 0 THEN NULL ELSE DATE '2026-03-01' + i % 400 END, gen_random_uuid(), now()
            FROM generate_series(1, 5000) AS i JOIN (SELECT insee_code, row_number() OVER () - 1 AS n FROM public.commune) AS c ON c.n = i % 458;
            INSERT INTO spouse.spouse_case (id, name, email, normalised_email, profession, project, rome_code, insee_code, arrives_on, created_at, consented_at, notice_version, state, state_since, next_step, next_step_on, last_contact_at)
            SELECT gen_random_uuid(), 'P' || i, 'p' || i || '@example.org', 'p' || i || '@example.org', (ARRAY['Libraire', 'Comptable', 'Enseignante', 'Menuisier', 'Infirmier'])[1 + i % 5], 'Employment',
                CASE WHEN i % 2 = 0 THEN chr(65 + i % 14) || (1000 + i % 97) END, c.insee_code, DATE '2026-06-01' + i % 200, now(), now(), DATE '2026-01-01', 'Leads', now(), 'x', DATE '2026-03-10', now()
            FROM generate_series(1, 500) AS i JOIN (SELECT insee_code, row_number() OVER () - 1 AS n FROM public.commune) AS c ON c.n = i % 458;
            ANALYZE spouse.job_vacancy;
            """);
        await SendAsync(caseworker, new ListLeadMatches(Mine: false, 1));

        var clock = Stopwatch.StartNew();
        var list = (await SendAsync(caseworker, new ListLeadMatches(Mine: false, 1))).Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"5,000 posts matched with 500 partners: {clock.Elapsed.TotalSeconds:0.00} s, {list.Total} files with posts");

        Assert.InRange(list.Total, 300, 500);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    private async Task<(Actor Caseworker, Guid Employer, Guid CaseId)> PartnerAsync()
    {
        var (caseworker, employer) = (await CaseworkerAsync(), Guid.NewGuid());
        await InSpaceAsync();
        Assert.Null((await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = "Rectorat", Commune = "Auch" }))).Error);
        return (caseworker, employer, (await FileAsync()).Id);
    }

    private async Task<Guid> PostAsync(Actor caseworker, Guid employer, JobVacancyForm form)
    {
        var id = Guid.NewGuid();
        Assert.Null((await SendAsync(caseworker, new AddJobVacancy(id, employer, form))).Error);
        Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }
}
