using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Internships;

/// <summary>A third semester is validated: the intern sees it, prints the licence file, writes a step, stops the mails.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class LocumTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_semester_that_is_validated_leads_to_the_licence_and_a_shared_step_to_a_figure() => WalkAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_it_does_at_a_desk() => WalkAsync(Desk);

    private async Task WalkAsync(int width)
    {
        var (email, internId) = await MakeInternAsync(width);
        var mission = await SignedInAsync(Role.InternshipCoordinator, width);
        await mission.GotoAsync($"/internat/internes/{internId}");
        await Assertions.Expect(mission.Locator("#licence ~ ul").First).ToContainTextAsync("pas encore");
        var waiting = mission.Locator("article.note").First; // the latest
        await waiting.Locator("summary").ClickAsync();
        await waiting.GetByLabel("Issue, que la faculté décide").SelectOptionAsync("Validated");
        await waiting.GetByLabel("Mois de présence").FillAsync("6");
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l'issue" }).ClickAsync();
        await Assertions.Expect(mission.GetByText("Conditions remplies")).ToBeVisibleAsync();
        await mission.CheckAsync();

        var page = await SignedInAsync(email, width);
        await page.GotoAsync("/mon-internat");
        await Assertions.Expect(page.Locator(".notice-success")).ToContainTextAsync("licence de remplacement");
        await page.CheckAsync();
        await page.OpenLinkAsync("Mon dossier de licence");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await page.CheckAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".site-footer")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("table")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GotoAsync("/mon-internat/parcours");
        await WriteAsync(page, "LocumWithLicence", isShared: true);
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Écrivez d'abord la licence");
        await Assertions.Expect(page.GetByLabel("Partager cette étape avec la mission")).ToBeCheckedAsync();
        await page.CheckAsync();
        await WriteAsync(page, "LicenceObtained", isShared: false);
        await Assertions.Expect(page.GetByText("Pour moi seulement")).ToBeVisibleAsync();
        await WriteAsync(page, "LocumWithLicence", isShared: true);
        await Assertions.Expect(page.GetByText("Partagée avec la mission")).ToBeVisibleAsync();
        await page.CheckAsync();

        await page.GotoAsync("/mon-internat/contact");
        await page.PressButtonAsync("Ne plus recevoir de courriels");
        await Assertions.Expect(page.Locator(".notice-success")).ToContainTextAsync("Vous ne recevez plus de courriels");
        await page.CheckAsync();

        await mission.ReloadAsync();
        await Assertions.Expect(mission.GetByText("Ne souhaite plus de courriels")).ToBeVisibleAsync();
        await Assertions.Expect(mission.Locator("h3").Filter(new() { HasText = "Remplacements, avec une licence" })).ToBeVisibleAsync();
        await Assertions.Expect(mission.GetByText("Licence de remplacement obtenue", new() { Exact = true }).And(mission.Locator("h3"))).ToHaveCountAsync(0);
        await mission.GotoAsync("/internat/chiffres");
        await mission.CheckAsync();
        await mission.Locator("#du-semestre + dl a").First.ClickAsync();
        await Assertions.Expect(mission.Locator("h1")).ToHaveTextAsync("Internes");
        await mission.CheckAsync();
        ForgetComplaints(); // the refused step
    }

    private static async Task WriteAsync(IPage page, string stage, bool isShared)
    {
        await page.GetByLabel("Étape", new() { Exact = true }).SelectOptionAsync(stage);
        await page.GetByLabel("Depuis le").FillAsync("2026-11-20");
        await page.GetByLabel("Dans le Gers").SelectOptionAsync(stage == "LocumWithLicence" ? "oui" : "");
        if (await page.GetByLabel("Partager cette étape avec la mission").IsCheckedAsync() != isShared)
        {
            await page.GetByText("Partager cette étape avec la mission").ClickAsync(); // the box is drawn by its label
        }

        await page.PressButtonAsync("Enregistrer l'étape");
    }

    /// <summary>Two semesters validated, the third awaits its outcome; long ago, so that no other test meets them.</summary>
    private async Task<(string Email, Guid InternId)> MakeInternAsync(int width)
    {
        var email = await Portal.NewcomerAsync(Role.Candidate);
        return await Portal.InDatabaseAsync(async db =>
        {
            var year = width == Phone ? 2018 : 2020;
            var intern = Intern.Of(
                Guid.NewGuid(), new InternProfile($"Mila Remplace {width}", email, null, null, "medecine-generale-6", new DateOnly(year, 11, 2)), DateTimeOffset.UtcNow);
            db.Add(intern);
            foreach (var (index, slot) in new[] { TrainingSlot.Emergency, TrainingSlot.PractitionerLevel1, TrainingSlot.Saspas }.Index())
            {
                var start = new DateOnly(year, 11, 2).AddMonths(6 * index);
                var semester = Semester.Of(Guid.NewGuid(), start, start.AddMonths(6).AddDays(-1)).Value;
                var assignment = Assignment.Away(Guid.NewGuid(), intern.Id, semester, AssignmentKind.Elsewhere, slot, "CHU d'essai");
                if (index < 2)
                {
                    assignment.Conclude(AssignmentOutcome.Validated, 6, 4, semester.EndsOn);
                }

                db.AddRange(semester, assignment);
            }

            await db.SaveChangesAsync();
            return (email, intern.Id);
        });
    }
}
