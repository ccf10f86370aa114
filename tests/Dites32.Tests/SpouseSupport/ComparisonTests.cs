using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Offers;

namespace Dites32.Tests.SpouseSupport;

/// <summary>Two communes side by side: the doctor's posts, the partner's, and who sees them.</summary>
public sealed class ComparisonTests : SpouseTest
{
    [Fact]
    public async Task The_posts_around_two_communes_are_shown_with_the_minutes_between_them()
    {
        var (caseworker, spouse) = (await CaseworkerAsync(), await InSpaceAsync());
        var auch = await this.OfferAsync(await this.SiteAsync(), new SampleOffer { Title = "Médecin à Auch" });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Title = "Médecin à Fleurance" });
        await this.OfferAsync(await this.SiteAsync("32256"), new SampleOffer { Title = "Médecin à Mirande" });
        await VacancyAsync(caseworker, "Enseignant des lettres", "Fleurance");
        await VacancyAsync(caseworker, "Boucher", "Fleurance");

        var comparison = (await CompareAsync(spouse, "Mirande", "Auch (32000)")).Comparison;

        Assert.Equal(("Mirande", "Auch", 27), (comparison.First.Name, comparison.Second.Name, comparison.MinutesApart));
        Assert.Equal([("Médecin à Mirande", 0), ("Médecin à Auch", 27)], comparison.First.Offers.Select(o => (o.Title, o.Minutes!.Value)));
        Assert.Equal([("Médecin à Auch", 0), ("Médecin à Mirande", 27), ("Médecin à Fleurance", 30)], comparison.Second.Offers.Select(o => (o.Title, o.Minutes!.Value)));
        Assert.Equal(auch.Number, comparison.Second.Offers[0].Number);
        Assert.Equal((0, 0), (comparison.First.VacancyCount, comparison.First.AllVacancyCount));
        var post = Assert.Single(comparison.Second.Vacancies);
        Assert.Equal(("Enseignant des lettres", 30, 0, false), (post.Title, post.Minutes, post.MinutesToOffer!.Value, post.IsLead));
        Assert.Equal(2, comparison.Second.AllVacancyCount);
    }

    [Fact]
    public async Task An_anonymous_offer_shows_its_epci_only_and_a_closed_one_nothing()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Médecin discret", IsAnonymous = true });
        await this.OfferAsync(site, new SampleOffer { Title = "Brouillon", Status = Core.Offers.OfferStatus.Draft });
        await this.OfferAsync(site, new SampleOffer { Title = "Passée", ClosesOn = Clock.Now.ParisDay().AddDays(-1), Age = TimeSpan.FromDays(20) });

        var comparison = (await CompareAsync(spouse, "Auch", "Fleurance")).Comparison;
        var offer = Assert.Single(comparison.First.Offers);
        Assert.Equal(("Médecin discret", null), (offer.Title, offer.Minutes));
        Assert.DoesNotContain("Auch (", offer.Place, StringComparison.Ordinal);
        Assert.Empty(comparison.Second.Offers);
    }

    [Fact]
    public async Task Only_the_posts_of_the_doctors_specialty_are_shown_when_it_is_named()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        await this.OfferAsync(await this.SiteAsync(), new SampleOffer { SpecialtyCode = "pediatrie", Title = "Pédiatre" });
        await this.OfferAsync(await this.SiteAsync(), new SampleOffer { Title = "Généraliste" });

        Assert.Equal(["Pédiatre"], (await CompareAsync(spouse, "Auch", "Fleurance", "pediatrie")).Comparison.First.Offers.Select(o => o.Title));
    }

    [Fact]
    public async Task The_doctor_sees_what_is_shared_and_never_which_posts_are_leads()
    {
        var (caseworker, spouse) = (await CaseworkerAsync(), await InSpaceAsync());
        var vacancy = await VacancyAsync(caseworker, "Relieur", "Auch");
        Assert.Null((await SendAsync(caseworker, new ProposeJobLead((await FileAsync()).Id, vacancy))).Error);
        var (doctor, _, shared) = await CoupleAsync(spouse);
        var kept = (await CompareAsync(spouse, "Auch", "Mirande")).Comparison.Id;

        Assert.True(Assert.Single((await SendAsync(spouse, new GetMyComparison(shared))).Value.Comparison.First.Vacancies).IsLead);
        var seen = (await SendAsync(doctor, new GetSharedComparison(shared))).Value;
        Assert.False(Assert.Single(seen.First.Vacancies).IsLead);
        Assert.Equal("Plutôt Auch.", seen.Words);
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(doctor, new GetSharedComparison(kept))).Error);
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(await DoctorAsync("autre@example.org"), new GetSharedComparison(shared))).Error);

        Assert.Null((await SendAsync(spouse, new ShareComparison(shared, IsShared: false))).Error);
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(doctor, new GetSharedComparison(shared))).Error);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_comparison_is_said_at_once_and_there_are_ten_at_most()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var wrong = (await SendAsync(spouse, new ComparePlaces(Guid.NewGuid(), "Toulouse", "", "sorcier", new string('a', 1001)))).Error!;
        Assert.Equal(["First", "Second", "Specialty", "Words"], wrong.Fields!.Keys.Order());
        Assert.Equal(["Second"], (await SendAsync(spouse, new ComparePlaces(Guid.NewGuid(), "Auch", "32013 Auch", "", ""))).Error!.Fields!.Keys);

        for (var i = 0; i < PlaceComparison.Most; i++)
        {
            await CompareAsync(spouse, "Auch", "Fleurance");
        }

        Assert.Equal(SpouseErrors.TooManyComparisons, (await SendAsync(spouse, new ComparePlaces(Guid.NewGuid(), "Auch", "Fleurance", "", ""))).Error);
    }

    [Fact]
    public async Task What_is_noted_of_a_commune_is_read_by_those_who_compare_it_and_two_writers_do_not_overwrite_each_other()
    {
        var (caseworker, spouse) = (await CaseworkerAsync(), await InSpaceAsync());
        Assert.Null((await SendAsync(caseworker, new WriteCommuneNote("32013", 0, "Trois écoles (mairie).", ""))).Error);
        Assert.Equal(SharedErrors.ChangedMeanwhile, (await SendAsync(caseworker, new WriteCommuneNote("32013", 0, "Deux écoles.", ""))).Error);
        Assert.Equal(SpouseErrors.CommuneNotFound, (await SendAsync(caseworker, new WriteCommuneNote("31555", 0, "Toulouse", ""))).Error);

        var place = (await CompareAsync(spouse, "Auch", "Fleurance")).Comparison.First;
        Assert.Equal(("Trois écoles (mairie).", null, Clock.Now), (place.Schools, place.Housing, place.NotedAt));

        var note = (await SendAsync(caseworker, new GetCommuneNote("32013"))).Value;
        Assert.Single((await SendAsync(caseworker, new ListCommuneNotes())).Value);
        Assert.Null((await SendAsync(caseworker, new WriteCommuneNote("32013", note.Version, " ", ""))).Error);
        Assert.Empty((await SendAsync(caseworker, new ListCommuneNotes())).Value);
    }

    [Fact]
    public async Task A_comparison_sent_twice_is_one_and_is_nobody_elses()
    {
        await CaseworkerAsync();
        var (spouse, form) = (await InSpaceAsync(), Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(spouse, new ComparePlaces(form, "Auch", "Fleurance", "", ""))));
        Assert.Single((await SendAsync(spouse, new GetMySpouseCase())).Value.Comparisons);

        var other = await InSpaceAsync("autre@example.org");
        Assert.Equal(SharedErrors.PageTooOld, (await SendAsync(other, new ComparePlaces(form, "Auch", "Fleurance", "", ""))).Error);
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(other, new GetMyComparison(form))).Error);
        Assert.Null((await SendAsync(other, new RemoveComparison(form))).Error);
        Assert.Null((await SendAsync(spouse, new GetMyComparison(form))).Error);
        Assert.Null((await SendAsync(spouse, new RemoveComparison(form))).Error);
        Assert.Equal(SpouseErrors.ComparisonNotFound, (await SendAsync(spouse, new GetMyComparison(form))).Error);
    }

    private async Task<MyComparison> CompareAsync(Actor spouse, string first, string second, string specialty = "")
    {
        var id = Guid.NewGuid();
        Assert.Null((await SendAsync(spouse, new ComparePlaces(id, first, second, specialty, ""))).Error);
        return (await SendAsync(spouse, new GetMyComparison(id))).Value;
    }

    private async Task<Guid> VacancyAsync(Actor caseworker, string title, string commune)
    {
        var (employer, vacancy) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Null((await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = $"Employeur de {commune}", Commune = commune }))).Error);
        Assert.Null((await SendAsync(caseworker, new AddJobVacancy(vacancy, employer, new JobVacancyForm { Title = title, Contract = nameof(JobContract.Permanent), Commune = commune }))).Error);
        return vacancy;
    }
}
