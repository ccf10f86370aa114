using System.Globalization;
using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.Internships;

/// <summary>An event from its draft to its attendance: a coordinator, the intern of the demo, and another who has the only place.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class EventTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task An_intern_waits_for_a_place_moves_up_and_is_marked_present() => HoldAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk() => HoldAsync(Desk);

    [Fact]
    public async Task An_intern_answers_a_poll_and_gives_an_opinion()
    {
        var coordinator = await SignedInAsync(Role.InternshipCoordinator, Phone);
        await coordinator.GotoAsync("/internat/vie/sondages/nouveau");
        await coordinator.GetByLabel("Question").FillAsync("Où aller au printemps ?");
        await coordinator.GetByLabel("Réponse possible 1").FillAsync("Lectoure");
        await coordinator.PressButtonAsync("Poser le sondage");
        await Assertions.Expect(coordinator.Locator(".error-summary")).ToContainTextAsync("au moins deux réponses");
        await coordinator.CheckAsync();
        await Assertions.Expect(coordinator.GetByLabel("Réponse possible 1")).ToHaveValueAsync("Lectoure");
        await coordinator.GetByLabel("Réponse possible 2").FillAsync("Marciac");
        await coordinator.GetByLabel("Dernier jour pour répondre").FillAsync(DaysFromNow(10));
        await coordinator.PressButtonAsync("Poser le sondage");
        await Assertions.Expect(coordinator.Locator(".notice-success")).ToContainTextAsync("Le sondage est posé");

        var intern = await SignedInAsync(DemoAccounts.Intern, Phone);
        await intern.GotoAsync("/mon-internat");
        await intern.OpenLinkAsync("Où aller au printemps ?");
        await intern.GetByText("Marciac").ClickAsync();
        await intern.PressButtonAsync("Répondre");
        await Assertions.Expect(intern.Locator(".notice-success")).ToContainTextAsync("Votre réponse est enregistrée.");
        await intern.CheckAsync();
        await coordinator.ReloadAsync();
        await Assertions.Expect(coordinator.Locator("main li").Filter(new() { HasText = "Marciac" })).ToContainTextAsync("1 réponse");

        var assignment = await AssignmentThatEndsAsync();
        await intern.GotoAsync($"/mon-internat/avis/{assignment}");
        await intern.PressButtonAsync("Envoyer mon avis");
        await Assertions.Expect(intern.Locator(".error-summary")).ToContainTextAsync("Choisissez une note");
        await intern.CheckAsync();
        foreach (var question in (string[])["Welcome", "Supervision", "Autonomy", "Workload"])
        {
            await intern.Locator($"label[for='{question}-3']").ClickAsync();
        }

        await intern.Locator("label[for='IsHoused-1']").ClickAsync();
        await intern.PressButtonAsync("Envoyer mon avis");
        await Assertions.Expect(intern.Locator(".notice-success")).ToContainTextAsync("Merci, votre avis est enregistré.");
        await intern.CheckAsync();
        ForgetComplaints(); // the refused forms
    }

    private async Task HoldAsync(int width)
    {
        var title = $"Visite d'Astarac {width}";
        var coordinator = await SignedInAsync(Role.InternshipCoordinator, width);
        await coordinator.GotoAsync("/internat/vie");
        await coordinator.OpenLinkAsync("Écrire un événement");
        await coordinator.GetByLabel("Nature").SelectOptionAsync("Outing");
        await coordinator.GetByLabel("Titre").FillAsync(title);
        await coordinator.GetByLabel("Jour", new() { Exact = true }).FillAsync(DaysFromNow(15));
        await coordinator.GetByLabel("Début").FillAsync("09:00");
        await coordinator.GetByLabel("Fin").FillAsync("17:00");
        await coordinator.PressButtonAsync("Enregistrer le brouillon");
        await Assertions.Expect(coordinator.Locator(".error-summary")).ToContainTextAsync("Écrivez le lieu");
        await Assertions.Expect(coordinator.GetByLabel("Titre")).ToHaveValueAsync(title);
        await coordinator.CheckAsync();
        await coordinator.GetByLabel("Lieu").FillAsync("Mirande");
        await coordinator.GetByLabel("Places").FillAsync("1");
        await coordinator.PressButtonAsync("Enregistrer le brouillon");
        await Assertions.Expect(coordinator.Locator(".notice-success")).ToContainTextAsync("en brouillon");
        await coordinator.PressButtonAsync("Annoncer aux internes");
        await Assertions.Expect(coordinator.Locator(".notice-success")).ToContainTextAsync("L'événement est annoncé");
        await coordinator.GetByLabel("Interne à inscrire").SelectOptionAsync(new SelectOptionValue { Label = "Chloé Marsan" });
        await coordinator.PressButtonAsync("Inscrire");
        await Assertions.Expect(coordinator.Locator("#inscrits")).ToContainTextAsync("1 inscrit sur 1 place");
        await coordinator.CheckAsync();
        var address = coordinator.Url.Split('?')[0];
        var eventId = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);

        var intern = await SignedInAsync(DemoAccounts.Intern, width);
        await intern.GotoAsync("/mon-internat");
        await intern.CheckAsync();
        await intern.OpenLinkAsync(title);
        await Assertions.Expect(intern.Locator("main")).ToContainTextAsync("C'est complet");
        await Assertions.Expect(intern.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await intern.PressButtonAsync("M'inscrire en liste d'attente");
        await Assertions.Expect(intern.Locator("main")).ToContainTextAsync("Vous êtes en tête de la liste d'attente.");
        await intern.CheckAsync();

        await coordinator.GotoAsync(address);
        await Assertions.Expect(coordinator.Locator("#attente + ol")).ToContainTextAsync("Léa Tournier");
        await coordinator.GetByLabel("Interne à désinscrire").SelectOptionAsync(new SelectOptionValue { Label = "Chloé Marsan" });
        await coordinator.PressButtonAsync("Désinscrire");
        await Assertions.Expect(coordinator.Locator("#inscrits")).ToContainTextAsync("1 inscrit sur 1 place");
        var mail = await Portal.MailAsync(DemoAccounts.Intern, title);
        Assert.Contains("liste d'attente", mail.Body, StringComparison.Ordinal);

        await intern.ReloadAsync();
        await Assertions.Expect(intern.Locator(".badge-success")).ToHaveTextAsync("Inscrit");
        await intern.GetByText("J'accepte d'être en photo").ClickAsync();
        await intern.PressButtonAsync("Enregistrer ce choix");
        await Assertions.Expect(intern.Locator(".notice-success")).ToContainTextAsync("photos");
        var file = await intern.RunAndWaitForDownloadAsync(() => intern.GetByText("Mettre dans mon agenda").ClickAsync());
        Assert.Equal("invitation.ics", file.SuggestedFilename);
        await intern.CheckAsync();

        await Portal.InDatabaseAsync(db => db.SemesterEvents.Where(e => e.Id == eventId).ExecuteUpdateAsync(
            e => e.SetProperty(x => x.StartsAt, DateTimeOffset.UtcNow.AddHours(-1)).SetProperty(x => x.EndsAt, DateTimeOffset.UtcNow.AddHours(3))));
        await coordinator.GotoAsync(address);
        await Assertions.Expect(coordinator.Locator("main")).ToContainTextAsync("Accepte d'être en photo");
        await coordinator.GetByLabel("Léa Tournier, présent").CheckAsync();
        await coordinator.PressButtonAsync("Enregistrer les présences");
        await Assertions.Expect(coordinator.Locator(".notice-success")).ToContainTextAsync("Les présences sont enregistrées.");
        await Assertions.Expect(coordinator.GetByLabel("Léa Tournier, présent")).ToBeCheckedAsync();
        await coordinator.CheckAsync();
        ForgetComplaints(); // the refused form
    }

    private static string DaysFromNow(int days) => DateTimeOffset.UtcNow.ParisDay().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The present semester of the demo's intern, which is made to end soon: opinions are asked for around the end only.</summary>
    private Task<Guid> AssignmentThatEndsAsync() => Portal.InDatabaseAsync(async db =>
    {
        var today = DateTimeOffset.UtcNow.ParisDay();
        var present = await db.Assignments.SingleAsync(
            a => a.StartsOn <= today && a.EndsOn >= today && db.Interns.Any(i => i.Id == a.InternId && i.Email == DemoAccounts.Intern));
        await db.Semesters.Where(s => s.Id == present.SemesterId).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndsOn, today.AddDays(10)));
        return present.Id;
    });
}
