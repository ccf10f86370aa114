using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.SpouseSupport;

/// <summary>A caseworker plans: a task, a meeting, and a card of the board; the partner finds the meeting.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class SpouseAgendaTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_caseworker_plans_a_task_and_a_meeting_and_moves_a_card_by_its_menu() => PlanAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk_who_drags_it() => PlanAsync(Desk);

    private async Task PlanAsync(int width)
    {
        var (name, email) = ($"Noé Agenda {width}", $"noe{width}@example.org");
        var (file, link) = await AgreedAsync(name, email);
        var day = WorkingDays.Add(DateTimeOffset.UtcNow.ParisDay(), width == Phone ? 20 : 21);
        var page = await SignedInAsync(Role.SpouseCaseworker, width);
        await page.GotoAsync($"/accompagnement/{file}");
        await page.GetByLabel("Ajouter une tâche").FillAsync("Appeler la mairie");
        await page.GetByLabel("À faire le").FillAsync(day.ForMachines());
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la tâche" }).ClickAsync();
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Fait : Appeler la mairie" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La tâche est faite.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Fixer un rendez-vous" }).ClickAsync();
        await page.GetByLabel("Jour").FillAsync(day.ForMachines());
        await page.GetByLabel("Heure").FillAsync("14:30");
        await page.GetByText("Sur place").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Fixer le rendez-vous" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Écrivez le lieu.");
        await page.CheckAsync();
        await page.GetByLabel("Lieu, numéro ou lien").FillAsync("Mairie de Mirande");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fixer le rendez-vous" }).ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=rendez-vous]")).ToContainTextAsync("Mairie de Mirande");
        var mail = await Portal.MailAsync(email, "Dites32 à 2 – rendez-vous");
        Assert.Contains("METHOD:REQUEST", mail.File("invitation.ics").Content, StringComparison.Ordinal);

        await page.GotoAsync($"/accompagnement/agenda?jour={day.ForMachines()}");
        await Assertions.Expect(page.Locator(".agenda")).ToContainTextAsync(name);
        await page.CheckAsync();
        await page.GotoAsync($"/accompagnement/agenda?vue=mois&jour={day.ForMachines()}");
        await page.CheckAsync();

        await page.GotoAsync("/accompagnement/tableau?tous=1");
        var card = page.Locator("article.board-card").Filter(new() { HasText = name });
        if (width == Phone)
        {
            await card.GetByRole(AriaRole.Combobox).SelectOptionAsync("Interview");
            await card.GetByRole(AriaRole.Button).ClickAsync();
        }
        else
        {
            await page.SetViewportSizeAsync(4000, 900); // a drag that has to scroll is not what is tested here
            await card.DragToAsync(page.Locator("section[data-state=InPost] h2"));
            await Assertions.Expect(page.Locator("#glisser")).ToContainTextAsync($"{name} reste à « Accord donné »");
            await card.DragToAsync(page.Locator("section[data-state=Interview] h2"));
            await page.SetViewportSizeAsync(Desk, 900);
        }

        await Assertions.Expect(page.Locator(".notice-success")).ToContainTextAsync($"{name} : étape « Entretien »");
        await Assertions.Expect(page.Locator("section[data-state=Interview]")).ToContainTextAsync(name);
        await page.CheckAsync();

        var partner = await SomebodyAsync(width);
        await partner.GotoAsync(link);
        await partner.PressButtonAsync("Entrer");
        await Assertions.Expect(partner.Locator("section[aria-labelledby=rendez-vous]")).ToContainTextAsync("Mairie de Mirande");
        await partner.CheckAsync();
    }

    /// <summary>Somebody who has agreed, and a link to their space.</summary>
    private async Task<(Guid Id, string Link)> AgreedAsync(string name, string email)
    {
        var (now, address) = (DateTimeOffset.UtcNow, EmailOf(Role.SpouseCaseworker));
        var caseworker = await Portal.InDatabaseAsync(db => db.Users.Where(a => a.Email == address).Select(a => a.Id).SingleAsync());
        var file = SpouseCase.Requested(Guid.NewGuid(), email, new SpouseProfile(name, null, null, null, "Libraire", null, null, null, null), now);
        file.Agree(caseworker, ("Premier appel", now.ParisDay()), NoticeVersion.Current, now);
        var (link, secret) = SpouseLink.To(file.Id, SpouseLinkKind.SignIn, now);
        await Portal.BehindTheWallAsync(db =>
        {
            db.AddRange(file, link);
            return db.SaveChangesAsync();
        });
        return (file.Id, $"{SpouseEmails.LinkPath}?jeton={secret}");
    }
}
