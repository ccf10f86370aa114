using Dites32.Core.Shared;
using Dites32.Tests.Offers;
using Microsoft.Playwright;

namespace Dites32.E2E.Offers;

/// <summary>Photos on a small telephone: the recruiter who adds and arranges them, the doctor who looks at them.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class PhotosTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    private const string WithPhotos = "Remplacement d'été à Lectoure";
    private const string WithoutPhotos = "Collaboration à Samatan";

    [Fact]
    public async Task A_recruiter_adds_arranges_and_removes_photos_with_the_keyboard()
    {
        var offer = await Portal.OfferAsync(WithoutPhotos);
        var page = await SignedInAsync(Role.SiteRecruiter, Phone);
        await page.GotoAsync($"/recruteur/offres/{offer.Id}/photos");
        await Assertions.Expect(page.GetByText("Aucune photo pour l'instant.")).ToBeVisibleAsync();
        await AddAsync(page, "Le cabinet, vu de la rue", 1);
        await AddAsync(page, "Le logement au-dessus du cabinet", 2);
        await page.CheckAsync();
        await page.CheckSpacesAsync();
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("&nbsp;");
        await Pictures.TakeAsync(page, "photos", "recruiter-320");

        await page.GetByLabel("Description de la photo 1").FillAsync("Le cabinet et sa cour");
        await page.GetByRole(AriaRole.Button, new() { Name = "Monter la photo 2" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Description de la photo 2")).ToHaveValueAsync("Le cabinet et sa cour");
        await page.Locator("summary", new() { HasText = "Retirer" }).First.PressAsync("Enter");
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Oui, retirer la photo 1" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".photo-list li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByLabel("Description de la photo 1")).ToHaveValueAsync("Le cabinet et sa cour");

        await page.SetViewportSizeAsync(Desk, 900);
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "photos", "recruiter-1280");

        // Without a description the browser asks for it, and the chosen file is still there.
        await page.GetByLabel("La photo", new() { Exact = true }).SetInputFilesAsync(Photo(3));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la photo" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Que voit-on sur la photo")).ToBeFocusedAsync();

        await page.GotoAsync(offer.Path());
        await Assertions.Expect(page.GetByAltText("Le cabinet et sa cour")).ToBeVisibleAsync();
    }

    [Theory, InlineData(Phone), InlineData(Desk)]
    public async Task A_doctor_sees_the_photos_of_an_offer_and_the_page_stays_light(int width)
    {
        var offer = await Portal.OfferAsync(WithPhotos);
        var page = await SomebodyAsync(width);
        var answers = new List<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);
        await page.GotoAsync(offer.Path());
        await page.CheckAsync();
        await page.CheckSpacesAsync();

        var pictures = page.Locator(".photos img");
        await Assertions.Expect(pictures).ToHaveCountAsync(3);
        foreach (var picture in await pictures.AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
            Assert.True(await picture.EvaluateAsync<int>("image => image.naturalWidth") > 0, await picture.GetAttributeAsync("src"));
            Assert.EndsWith("-480.webp", await picture.EvaluateAsync<string>("image => image.currentSrc"), StringComparison.Ordinal);
        }

        await Pictures.TakeAsync(page, "photos", $"public-{width}");
        var weight = 0;
        foreach (var answer in answers)
        {
            weight += (await answer.BodyAsync()).Length;
        }

        Assert.InRange(answers.Count, 5, 15);
        Assert.InRange(weight, 1, 200 * 1024);
    }

    private static async Task AddAsync(IPage page, string description, int seed)
    {
        await page.GetByLabel("Que voit-on sur la photo").FillAsync(description);
        await page.GetByLabel("La photo", new() { Exact = true }).SetInputFilesAsync(Photo(seed));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter la photo" }).ClickAsync();
        await Assertions.Expect(page.GetByAltText(description)).ToBeVisibleAsync();
    }

    private static FilePayload Photo(int seed) => new() { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = SamplePhotos.Jpeg(1600, 1200, seed) };
}
