using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Applications;

/// <summary>From the search of a candidate to the post that is filled, with axe on every page of that way.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class WholeWayTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    private const string Title = "Association en maison de santé à Mirande";
    private const string Chosen = "Lucie Durable";
    private const string Other = "Jeanne Abadie";

    [Fact]
    public async Task Search_read_apply_follow_then_the_recruiter_moves_refuses_and_fills_the_offer()
    {
        var offer = await Portal.OfferAsync(Title);
        var candidate = await SomebodyAsync(Phone);
        await FindAsync(candidate);
        var applicant = new Applicant(candidate, Chosen);
        await applicant.ApplyAsync();
        await FollowAsync(applicant);

        var recruiter = await SignedInAsync(Role.SiteRecruiter);
        var board = new RecruiterBoard(recruiter);
        await board.OpenAsync(offer.Id);
        await board.ExpectAsync(Chosen, "Reçue");
        await recruiter.CheckAsync();
        await board.MoveByMenuAsync(Chosen, "À l'étude");
        await recruiter.CheckAsync();
        await board.MoveByDragAsync(Chosen, "Entretien");
        await board.MoveByMenuAsync(Chosen, "Acceptée");

        await RefuseAsync(recruiter, board);
        await FillAsync(recruiter, offer.Id);

        var answer = await candidate.GotoAsync(offer.Path());
        Assert.Equal(410, answer!.Status);
        await candidate.CheckAsync();
    }

    private static async Task FindAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.CheckAsync();
        await page.GetByLabel("Métier ou mots").FillAsync("association mirande");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher", Exact = true }).ClickAsync();
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Candidater" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Nom et prénom")).ToBeVisibleAsync();
    }

    private async Task FollowAsync(Applicant applicant)
    {
        var mail = await Portal.MailAsync(applicant.Email, "Votre candidature est bien reçue");
        var page = await SomebodyAsync(Phone);
        await page.GotoAsync(mail.Link());
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "C'est bien mon adresse" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Confirmez votre adresse")).ToHaveCountAsync(0);
    }

    private static async Task RefuseAsync(IPage page, RecruiterBoard board)
    {
        await board.ChooseAsync(Other, "Non retenue…");
        await page.GetByLabel("Motif").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.CheckAsync();
        await page.GetByLabel("Votre réponse").FillAsync("Nous avons retenu une autre candidature, et gardons la vôtre en mémoire.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mail-preview")).ToContainTextAsync("gardons la vôtre en mémoire");
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la réponse" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Other);
        await Assertions.Expect(page.Locator(".status-card h2")).ToHaveTextAsync("Non retenue");
        await page.CheckAsync();
    }

    private static async Task FillAsync(IPage page, Guid offerId)
    {
        await page.GotoAsync($"/recruteur/offres/{offerId}/terminer");
        await page.GetByLabel("Qui prend le poste").SelectOptionAsync(new SelectOptionValue { Label = Chosen });
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire" }).ClickAsync();
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "terminer l'offre" }).ClickAsync();
        await new RecruiterBoard(page).ExpectAsync(Chosen, "Acceptée");
        await page.CheckAsync();
    }
}
