using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

/// <summary>The recruiter's page of the photos, used as a browser without JavaScript does.</summary>
public sealed class OfferPhotosPageTests : OfferPhotosTest
{
    [Fact]
    public async Task A_photo_sent_with_its_description_is_listed_and_kept_with_a_line_of_history()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);
        Assert.Equal("Aucune photo pour l'instant.", (await client.GetPageAsync(PageOf(offer))).Text(".empty"));

        var sent = await UploadAsync(client, offer, SamplePhotos.Jpeg(), "  La salle d'attente,\u0007 claire  ");

        Assert.Equal((HttpStatusCode.SeeOther, $"{PageOf(offer)}#photos"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        var page = await client.GetPageAsync(PageOf(offer));
        var picture = page.QuerySelector(".photo-list img")!;
        Assert.Equal("La salle d'attente, claire", picture.GetAttribute("alt"));
        Assert.Equal(("1200", "900"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal("image/webp", (await client.GetAsync(picture.GetAttribute("src"), Stop)).Content.Headers.ContentType?.ToString());
        Assert.Equal("photo ajoutée", Assert.Single((await OfferOfAsync(offer.Id)).History, e => e.Kind == OfferEventKind.PhotosChanged).Note);
        Assert.Contains("Photos modifiées par Camille Essai : photo ajoutée", (await client.GetPageAsync($"/recruteur/offres/{offer.Id}")).Text(".timeline"), StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string, string> Refused => new()
    {
        { SamplePhotos.Png(), "", "Décrivez la photo en quelques mots" },
        { SamplePhotos.Png(), " \t ", "Décrivez la photo en quelques mots" },
        { SamplePhotos.Png(), new string('a', 201), "200 caractères au plus." },
        { SampleFiles.Pdf(), "Un plan", "Ce fichier n'est pas une photo acceptée" },
        { SampleFiles.Jpeg(width: 900, height: 900), "Abîmée", "Cette photo est incomplète ou abîmée." },
        { SampleFiles.Png(width: 60_000, height: 60_000), "Immense", "Cette photo dépasse 50 millions de pixels" },
        { SamplePhotos.Png(100, 100), "Minuscule", "Cette photo est trop petite" },
        { new byte[10 * 1024 * 1024 + 1], "Lourde", "Ce fichier dépasse 10 Mo." },
        { [], "Vide", "Ce fichier est vide." },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_refused_photo_is_answered_by_a_sentence_beside_its_field_and_keeps_the_description(byte[] file, string description, string sentence)
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);

        var refused = await UploadAsync(client, offer, file, description);
        var page = await client.GetPageAsync(refused.Headers.Location!.OriginalString);

        var isFile = page.QuerySelector("#photo-erreur") is not null;
        Assert.StartsWith(sentence, page.Text(isFile ? "#photo-erreur" : "#Description-erreur-0"), StringComparison.Ordinal);
        var field = page.QuerySelector(isFile ? "#photo" : "#Description")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.EndsWith($"#{field.Id}", refused.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(description.Trim(), page.QuerySelector("#Description")!.GetAttribute("value"));
        Assert.Equal(0, await FilesAsync(offer.Id));
    }

    [Fact]
    public async Task A_form_without_file_or_without_its_token_keeps_nothing_but_the_description()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);

        var empty = await UploadAsync(client, offer, [], "Le logement", name: "\"\"");
        var forged = await SendAsync(client, offer, "faux", SamplePhotos.Png(), "Le logement");

        Assert.Equal($"{PageOf(offer)}?erreur=page-too-old&description=Le%20logement#photo", forged.Headers.Location?.OriginalString);
        Assert.EndsWith("&description=Le%20logement#photo", empty.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await FilesAsync(offer.Id));
    }

    [Fact]
    public async Task Six_photos_make_way_for_a_sentence_and_a_seventh_is_refused()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 5);
        var client = App.ClientFor(site.Recruiter);
        var token = Token(await client.GetPageAsync(PageOf(offer)));

        await SendAsync(client, offer, token, SamplePhotos.Png(seed: 90), "La sixième");
        var seventh = await SendAsync(client, offer, token, SamplePhotos.Png(seed: 91), "La septième");

        Assert.Contains("erreur=photo.too-many", seventh.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await client.GetPageAsync(PageOf(offer));
        Assert.Null(page.QuerySelector("form[enctype]"));
        Assert.Contains("6 photos, le maximum", page.Text("main").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(6, await FilesAsync(offer.Id));
    }

    [Fact]
    public async Task A_button_moves_its_photo_and_saves_the_descriptions_with_it()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 3);
        var client = App.ClientFor(site.Recruiter);
        var page = await client.GetPageAsync(PageOf(offer));
        Assert.Equal(["Monter la photo 2", "Monter la photo 3"], page.QuerySelectorAll("[name='Input.Up']").Select(b => b.GetAttribute("aria-label")!));
        Assert.Equal(["Descendre la photo 1", "Descendre la photo 2"], page.QuerySelectorAll("[name='Input.Down']").Select(b => b.GetAttribute("aria-label")!));

        var up = await client.SubmitAsync(page, PageOf(offer), "photos-form", ("Input.Up", offer.Photos[2].Hash), ("Input.Photos[0].Description", "Le cabinet"));
        Assert.Equal(HttpStatusCode.Redirect, up.StatusCode);
        Assert.EndsWith($"{PageOf(offer)}#photos", up.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["Le cabinet", "Photo 3", "Photo 2"], await DescriptionsAsync(offer));

        await client.SubmitAsync(page, PageOf(offer), "photos-form", ("Input.Up", offer.Photos[2].Hash), ("Input.Photos[0].Description", "Le cabinet")); // a double click
        Assert.Equal(["Le cabinet", "Photo 3", "Photo 2"], await DescriptionsAsync(offer));

        await client.SubmitAsync(PageOf(offer), "photos-form", ("Input.Down", offer.Photos[0].Hash));
        Assert.Equal(["Photo 3", "Le cabinet", "Photo 2"], await DescriptionsAsync(offer));
        Assert.Equal(["photo ajoutée", "photo ajoutée", "photo ajoutée", "ordre, description", "ordre"],
            (await OfferOfAsync(offer.Id)).History.Where(e => e.Kind == OfferEventKind.PhotosChanged).OrderBy(e => e.Id).Select(e => e.Note!));
    }

    [Fact]
    public async Task A_photo_is_removed_once_its_removal_is_confirmed()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2);
        var client = App.ClientFor(site.Recruiter);
        var page = await client.GetPageAsync(PageOf(offer));
        var confirm = page.QuerySelector("details:not([open]) button[name='Input.Remove']")!;
        var address = page.QuerySelector(".photo-list img")!.GetAttribute("src")!;

        var removed = await client.SubmitAsync(page, PageOf(offer), "photos-form",
            ("Input.Remove", confirm.GetAttribute("value")), ("Input.Photos[0].Description", "")); // what becomes of its description does not matter
        var again = await client.SubmitAsync(page, PageOf(offer), "photos-form", ("Input.Remove", confirm.GetAttribute("value")));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (removed.StatusCode, again.StatusCode));
        Assert.Equal(["Photo 2"], await DescriptionsAsync(offer));
        Assert.Equal(1, await FilesAsync(offer.Id));

        var last = await client.GetPageAsync(PageOf(offer));
        for (var click = 0; click < 2; click++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(last, PageOf(offer), "photos-form", ("Input.Remove", offer.Photos[1].Hash))).StatusCode);
        }

        Assert.Equal(0, await FilesAsync(offer.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Stop)).StatusCode);
        Assert.Equal("photo retirée", (await OfferOfAsync(offer.Id)).History.OrderBy(e => e.Id).Last().Note);
    }

    [Fact]
    public async Task A_description_left_empty_is_asked_for_and_nothing_typed_is_lost()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2);
        var client = App.ClientFor(site.Recruiter);

        var refused = await client.SubmitAsync(PageOf(offer), "photos-form",
            ("Input.Photos[0].Description", "Une longue phrase"), ("Input.Photos[1].Description", " "), ("Input.Up", offer.Photos[1].Hash));
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Décrivez la photo", page.Text("#Photos-1-Description-erreur-0"), StringComparison.Ordinal);
        Assert.Equal("Une longue phrase", page.Text("#Photos-0-Description"));
        Assert.Equal(["Photo 1", "Photo 2"], await DescriptionsAsync(offer));
    }

    [Fact]
    public async Task The_slower_of_two_tabs_learns_who_was_faster_and_keeps_what_was_typed()
    {
        var site = await this.SiteAsync(recruiter: "Camille Rapide");
        var offer = await OfferWithPhotosAsync(site, 2);
        var slow = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        var opened = await slow.GetPageAsync(PageOf(offer));
        await AddAsync(site.Recruiter, offer, 50, "Photo 3");

        var refused = await slow.SubmitAsync(opened, PageOf(offer), "photos-form", ("Input.Photos[1].Description", "Mon texte"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Camille Rapide a modifié cette offre", page.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".photo-list li").Length);
        Assert.Equal("Mon texte", page.Text("#Photos-1-Description"));
        Assert.Equal(HttpStatusCode.Redirect, (await slow.SubmitAsync(page, PageOf(offer), "photos-form")).StatusCode);
        Assert.Equal(["Photo 1", "Mon texte", "Photo 3"], await DescriptionsAsync(offer));
    }

    [Theory]
    [InlineData(OfferStatus.Filled)]
    [InlineData(OfferStatus.Withdrawn)]
    public async Task An_offer_that_has_ended_keeps_its_photos_as_they_are(OfferStatus status)
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2);
        var client = App.ClientFor(site.Recruiter);
        var opened = await client.GetPageAsync(PageOf(offer));
        await InDatabaseAsync(async db =>
        {
            var ended = await db.Offers.FindAsync([offer.Id], Stop);
            Assert.Null((status == OfferStatus.Filled ? ended!.Fill(site.RecruiterId, Clock.Now) : ended!.Withdraw("Supprimé.", site.RecruiterId, Clock.Now)).Error);
            return await db.SaveChangesAsync(Stop);
        });

        await SendAsync(client, offer, Token(opened), SamplePhotos.Png(), "Trop tard");
        var moved = await client.SubmitAsync(opened, PageOf(offer), "photos-form", ("Input.Remove", offer.Photos[0].Hash));

        Assert.Equal(HttpStatusCode.Conflict, moved.StatusCode);
        var page = await client.GetPageAsync(PageOf(offer));
        Assert.Contains("elle ne se modifie plus", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(2, page.QuerySelectorAll(".photo-list img").Length);
        Assert.Equal("offer.ended", (await AddAsync(site.Recruiter, offer, 60, "Trop tard")).Error?.Code);
        Assert.Equal(["Photo 1", "Photo 2"], await DescriptionsAsync(offer));
    }

    [Fact]
    public async Task The_recruiter_of_another_site_finds_neither_the_page_nor_the_photos_and_sends_none()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 1, new SampleOffer { Status = OfferStatus.Draft });
        var other = await this.SiteAsync(name: "Une autre maison de santé");
        var theirs = await this.OfferAsync(other);
        var client = App.ClientFor(other.Recruiter);
        var picture = $"{PageOf(offer)}/{offer.Photos[0].Hash}-480.webp";
        var token = Token(await client.GetPageAsync(PageOf(theirs)));

        var sent = await SendAsync(client, offer, token, SamplePhotos.Png(), "Chez les autres");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PageOf(offer), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(picture, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(sent.Headers.Location!.OriginalString, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(picture, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await App.ClientFor(site.Recruiter).GetAsync(picture, Stop)).StatusCode);
        Assert.Equal(1, await FilesAsync(offer.Id));
        Assert.Equal("offer.not-found", (await SendAsync(other.Recruiter, new ArrangePhotos(offer.Id, 0, new PhotosForm()))).Error?.Code);
    }
}
