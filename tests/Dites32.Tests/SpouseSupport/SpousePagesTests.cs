using System.IO.Compression;
using System.Net;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

public sealed class SpousePagesTests : SpouseTest
{
    private const string Root = "/dites32-a-2";

    [Fact]
    public async Task A_partner_registers_enters_corrects_takes_a_copy_and_erases()
    {
        using var browser = Visitor();
        var sent = await browser.SubmitAsync($"{Root}/inscription", "inscription",
            ("Input.Name", "Inès Capdevielle"), ("Input.Email", Email), ("Input.Profession", "Libraire"), ("Input.Couple", "Pacs"), ("Input.Agrees", "true"));
        Assert.Equal($"{Root}/inscription?fait=1", Target(sent));
        Assert.Equal("Regardez votre boîte aux lettres", (await browser.GetPageAsync($"{Root}/inscription?fait=1")).Text("h1"));

        await EnterAsync(browser);
        var space = await browser.GetPageAsync($"{Root}/mon-espace");
        Assert.Equal(("Bonjour Inès Capdevielle", "Accord donné"), (space.Text("h1"), space.Text(".status-card h2")));
        Assert.Contains("Pacsés", space.Text("dl.facts"), StringComparison.Ordinal);

        var corrected = await browser.SubmitAsync($"{Root}/mon-espace/corriger", "dossier", ("Input.Commune", "Auch"), ("Input.Phone", "0612345678"));
        Assert.Equal($"{Root}/mon-espace?fait=corrige", Target(corrected));
        Assert.Contains("06 12 34 56 78", (await browser.GetPageAsync($"{Root}/mon-espace")).Text("dl.facts"), StringComparison.Ordinal);

        await using var zip = await ZipArchive.CreateAsync(
            await (await browser.GetAsync($"{Root}/mon-espace/archive", Stop)).Content.ReadAsStreamAsync(Stop), ZipArchiveMode.Read, false, null, Stop);
        using var data = new StreamReader(await zip.GetEntry("donnees.json")!.OpenAsync(Stop));
        Assert.Contains("\"Libraire\"", await data.ReadToEndAsync(Stop), StringComparison.Ordinal);

        var erased = await browser.SubmitAsync($"{Root}/mon-espace/effacer", "effacer");
        Assert.Equal($"{Root}/connexion?fait=efface", Target(erased));
        Assert.Equal("Votre espace est fermé", (await browser.GetPageAsync($"{Root}/mon-espace")).Text("h1"));
    }

    [Fact]
    public async Task The_cookie_of_the_space_is_given_to_its_own_pages_only()
    {
        using var browser = Visitor();
        await RegisterAsync();
        var entered = await EnterAsync(browser);

        using var other = Visitor();
        var opened = await other.GetAsync($"{Root}/lien?jeton=essai", Stop);
        Assert.Contains("path=/dites32-a-2", opened.Headers.GetValues("Set-Cookie").Single(c => c.Contains("jeton", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Secure-dites32-a-2=", StringComparison.Ordinal));
        Assert.Contains("path=/dites32-a-2", cookie, StringComparison.OrdinalIgnoreCase);
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax" })
        {
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_refused_form_comes_back_filled_and_says_what_is_wrong_beside_each_field()
    {
        using var browser = Visitor();
        var answer = await browser.SubmitAsync($"{Root}/inscription", "inscription", ("Input.Name", "Inès <b>"), ("Input.Email", "inès"), ("Input.Commune", "Toulouse"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Inès <b>", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal(4, page.QuerySelectorAll(".field .error").Length);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_link_that_has_served_says_so_and_a_space_that_is_closed_too()
    {
        using var browser = Visitor();
        await RegisterAsync();
        var token = await TokenAsync();
        await EnterAsync(browser);
        using var other = Visitor();

        await other.GetAsync($"{Root}/lien?jeton={token}", Stop);
        var answer = await other.SubmitAsync($"{Root}/lien", "ouvrir");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var closed = await other.GetAsync($"{Root}/mon-espace", Stop);
        Assert.Equal((HttpStatusCode.Forbidden, "Votre espace est fermé"), (closed.StatusCode, (await closed.ReadPageAsync()).Text("h1")));
        Assert.Equal($"{Root}/mon-espace", Target(await other.GetAsync($"{Root}/mon-espace/archive", Stop)));
    }

    [Fact]
    public async Task A_caseworker_finds_a_file_says_what_comes_next_and_notes_a_talk()
    {
        var someone = await CaseworkerAsync();
        using var caseworker = App.ClientFor(someone);
        await InSpaceAsync();
        var address = $"/accompagnement/{(await FileAsync()).Id}";
        Assert.Contains("Inès Capdevielle", (await caseworker.GetPageAsync("/accompagnement")).Text("table"), StringComparison.Ordinal);

        var refused = await caseworker.SubmitAsync(address, "suite", ("Move.To", "Interview"), ("Move.NextStep", "Se voir"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Se voir"), (refused.StatusCode, (await refused.ReadPageAsync()).QuerySelector("#NextStep")!.GetAttribute("value")));
        var moved = await caseworker.SubmitAsync(address, "suite", ("Move.To", "Interview"), ("Move.NextStep", "Se voir à Auch"), ("Move.NextStepOn", "2026-03-12"));
        Assert.Equal($"{address}?fait=suite", Target(moved));
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(address, "noter", ("Note.Text", "Un mi-temps, à Auch."), ("Note.Spoke", "true"))).StatusCode);

        var page = await caseworker.GetPageAsync(address);
        Assert.Equal("Entretien", page.Text(".status-card h2"));
        Assert.Contains("Un mi-temps, à Auch.", page.Text(".note"), StringComparison.Ordinal);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"/accompagnement/{Guid.NewGuid()}", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_caseworker_invites_and_the_person_agrees_from_the_mail()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        var invited = await caseworker.SubmitAsync("/accompagnement/inviter", "invitation", ("Input.Name", "Inès Capdevielle"), ("Input.Email", Email));
        var address = Target(invited)!;
        Assert.Contains("En attente de son accord", (await caseworker.GetPageAsync(address)).Text(".notice-info"), StringComparison.Ordinal);

        using var browser = Visitor();
        await EnterAsync(browser);
        Assert.Equal("Votre accord d'abord", (await browser.GetPageAsync($"{Root}/mon-espace")).Text(".notice-info h2"));
        var agreed = await browser.SubmitAsync($"{Root}/mon-espace/corriger", "dossier", ("Input.Profession", "Libraire"), ("Input.Agrees", "true"));

        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Equal("Accord donné", (await caseworker.GetPageAsync(address.Split('?')[0])).Text(".status-card h2"));
    }

    [Fact]
    public async Task Only_caseworkers_come_in()
    {
        using var visitor = Visitor();
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator, Role.Dites32Recruiter, Role.DataProtectionOfficer));
        foreach (var page in new[] { "/accompagnement", "/accompagnement/inviter", $"/accompagnement/{Guid.NewGuid()}" })
        {
            Assert.Equal("/connexion", (await visitor.GetAsync(page, Stop)).Headers.Location?.AbsolutePath);
            Assert.Equal("/acces-refuse", (await admin.GetAsync(page, Stop)).Headers.Location?.AbsolutePath);
        }
    }

    private static string? Target(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } location ? location.PathAndQuery : answer.Headers.Location?.OriginalString;

    /// <summary>Opens the mailed link, and presses its button.</summary>
    private async Task<HttpResponseMessage> EnterAsync(HttpClient browser)
    {
        var opened = await browser.GetAsync($"{Root}/lien?jeton={await TokenAsync()}", Stop);
        Assert.Equal($"{Root}/lien", Target(opened));
        var entered = await browser.SubmitAsync($"{Root}/lien", "ouvrir");
        Assert.Equal($"{Root}/mon-espace", Target(entered));
        return entered;
    }
}
