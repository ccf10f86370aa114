using System.Net;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

public sealed class CouplePagesTests : SpouseTest
{
    private const string Root = "/dites32-a-2/mon-espace";

    [Fact]
    public async Task A_doctor_invites_the_partner_links_compares_and_shares_and_the_doctor_reads()
    {
        await CaseworkerAsync();
        await RegisterAsync();
        var (doctor, spouse) = (App.ClientFor(await SomeoneAsync(Role.Candidate)), Visitor());
        using (doctor)
        using (spouse)
        {
            Assert.Contains("Dites32 à 2", (await doctor.GetPageAsync("/mon-compte")).Text("main"), StringComparison.Ordinal);
            var refused = await doctor.SubmitAsync("/a-deux", "inviter", ("Input.Email", "ines"), ("Input.MyName", "Rémi"));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Rémi"), (refused.StatusCode, (await refused.ReadPageAsync()).QuerySelector("#MyName")!.GetAttribute("value")));
            Assert.Equal("/a-deux?fait=invitation", Target(await doctor.SubmitAsync("/a-deux", "inviter", ("Input.Email", Email), ("Input.MyName", "Rémi"))));
            Assert.Contains("Vous ne saurez pas", (await doctor.GetPageAsync("/a-deux")).Text("main"), StringComparison.Ordinal);

            await spouse.GetAsync($"/dites32-a-2/lien?jeton={await TokenAsync()}", Stop);
            await spouse.SubmitAsync("/dites32-a-2/lien", "ouvrir");
            var link = (await spouse.GetPageAsync(Root)).QuerySelector("[name='Couple.Yes']")!.GetAttribute("value")!;
            Assert.Equal($"{Root}?fait=relie", Target(await spouse.SubmitAsync(Root, "medecin", ("Couple.Yes", link))));

            var wrong = await spouse.SubmitAsync($"{Root}/comparer", "comparer", ("Input.First", "Auch"), ("Input.Second", "Toulouse"), ("Input.Words", "Le lycée."));
            Assert.Equal("Le lycée.", (await wrong.ReadPageAsync()).QuerySelector("#Words")!.TextContent);
            var page = Target(await spouse.SubmitAsync($"{Root}/comparer", "comparer", ("Input.First", "Auch"), ("Input.Second", "Fleurance"), ("Input.Words", "Le lycée.")))!;
            Assert.Equal("Auch ou Fleurance", (await spouse.GetPageAsync(page)).Text("h1"));
            Assert.Equal(page, Target(await spouse.SubmitAsync(page, "partager", ("Act.What", "partager"))));
            Assert.Contains("(partagée)", (await spouse.GetPageAsync(Root)).Text("main"), StringComparison.Ordinal);

            var shared = (await doctor.GetPageAsync("/a-deux")).QuerySelector("a[href^='/a-deux/comparaisons/']")!.GetAttribute("href")!;
            Assert.Contains("Le lycée.", (await doctor.GetPageAsync(shared)).Text("main"), StringComparison.Ordinal);

            Assert.Equal("/a-deux?fait=fin", Target(await doctor.SubmitAsync("/a-deux", "separer")));
            Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync(shared, Stop)).StatusCode);
            Assert.Equal($"{Root}?fait=comparaison-effacee", Target(await spouse.SubmitAsync(page, "partager", ("Act.What", "effacer"))));
            Assert.Equal(HttpStatusCode.NotFound, (await spouse.GetAsync(page, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_recruits_is_not_proposed_to_invite_and_does_not_come_in()
    {
        using var recruiter = App.ClientFor(await SomeoneAsync(Role.SiteRecruiter, Role.SpouseCaseworker));
        Assert.Null((await recruiter.GetPageAsync("/mon-compte")).QuerySelector("a[href='/a-deux']"));
        Assert.Equal("/acces-refuse", (await recruiter.GetAsync("/a-deux", Stop)).Headers.Location?.AbsolutePath);
        using var visitor = Visitor();
        Assert.Equal("/connexion", (await visitor.GetAsync($"/a-deux/comparaisons/{Guid.NewGuid()}", Stop)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_caseworker_writes_about_a_commune()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        const string Page = "/accompagnement/communes";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await caseworker.SubmitAsync(Page, "commune", ("Input.Commune", "Toulouse"))).StatusCode);
        Assert.Equal($"{Page}/32013", Target(await caseworker.SubmitAsync(Page, "commune", ("Input.Commune", "Auch"))));
        var tooLong = await caseworker.SubmitAsync($"{Page}/32013", "note", ("Input.Schools", new string('a', CommuneNote.MaxLength + 1)), ("Input.Housing", "Rare."));
        Assert.Equal("Rare.", (await tooLong.ReadPageAsync()).QuerySelector("#Housing")!.TextContent);
        Assert.Equal($"{Page}?fait=note", Target(await caseworker.SubmitAsync($"{Page}/32013", "note", ("Input.Schools", "Trois écoles."))));
        Assert.Contains("Auch", (await caseworker.GetPageAsync(Page)).Text("main ul"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"{Page}/31555", Stop)).StatusCode);
    }

    private static string? Target(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } location ? location.PathAndQuery : answer.Headers.Location?.OriginalString;
}
