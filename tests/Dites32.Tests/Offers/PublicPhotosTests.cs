using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Tests.Offers;

/// <summary>Who sees the photos of an offer, and what becomes of them with it.</summary>
public sealed class PublicPhotosTests : OfferPhotosTest
{
    [Fact]
    public async Task The_page_of_an_offer_shows_its_photos_small_late_and_described()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2);
        var visitor = Visitor();
        var page = await visitor.GetPageAsync(offer.Path());

        var pictures = page.QuerySelectorAll(".photos img");
        Assert.Equal(["Photo 1", "Photo 2"], pictures.Select(p => p.GetAttribute("alt")!));
        var folder = $"/offres/{offer.Reference}/photos/{offer.Photos[0].Hash}";
        Assert.Equal($"{folder}-480.webp", pictures[0].GetAttribute("src"));
        Assert.Equal($"{folder}-480.webp 400w, {folder}-1200.jpg 400w", pictures[0].GetAttribute("srcset"));
        Assert.Equal(("400", "400"), (pictures[0].GetAttribute("width"), pictures[0].GetAttribute("height")));
        Assert.Equal(("lazy", "async"), (pictures[0].GetAttribute("loading"), pictures[0].GetAttribute("decoding")));
        Assert.Equal($"{folder}-1200.jpg", pictures[0].Closest("a")!.GetAttribute("href"));
        Assert.Equal($"https://dites32.example{folder}-1200.jpg", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("Photo 1", page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content"));

        foreach (var (address, type) in new[] { ($"{folder}-480.webp", "image/webp"), ($"{folder}-1200.jpg", "image/jpeg") })
        {
            var answer = await visitor.GetAsync(address, Stop);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            Assert.Equal("private, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).OrderByDescending(v => v)));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal(answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync(Stop)).Length);

            using var head = new HttpRequestMessage(HttpMethod.Head, address);
            var headed = await visitor.SendAsync(head, Stop);
            Assert.Equal((HttpStatusCode.OK, type), (headed.StatusCode, headed.Content.Headers.ContentType?.ToString()));
            Assert.Empty(await headed.Content.ReadAsByteArrayAsync(Stop));
        }
    }

    [Fact]
    public async Task What_is_no_photo_of_this_offer_is_not_found()
    {
        var site = await this.SiteAsync();
        var (offer, other) = (await OfferWithPhotosAsync(site, 1), await this.OfferAsync(site));
        var visitor = Visitor();
        var hash = offer.Photos[0].Hash;

        string[] addresses =
        [
            $"/offres/{other.Reference}/photos/{hash}-480.webp",
            $"/offres/{offer.Reference}/photos/{new string('0', 64)}-480.webp",
            $"/offres/{offer.Reference}/photos/{hash}-481.webp",
            $"/offres/{offer.Reference}/photos/{hash}-480.jpg",
            $"/offres/{offer.Reference}/photos/{hash[..63]}-480.webp",
            $"/offres/{offer.Reference}/photos/{new string('\'', 64)}-480.webp",
            $"/offres/n'importe-quoi/photos/{hash}-480.webp",
            $"/recruteur/offres/{offer.Id}/photos/{hash}-480.webp",
        ];
        foreach (var address in addresses)
        {
            var status = (await visitor.GetAsync(address, Stop)).StatusCode;
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{address}: {status}");
        }
    }

    [Fact]
    public async Task Photos_of_an_offer_that_is_not_open_are_for_its_recruiters_only()
    {
        var site = await this.SiteAsync();
        var draft = await OfferWithPhotosAsync(site, 1, new SampleOffer { Status = OfferStatus.Draft });
        var expired = await OfferWithPhotosAsync(site, 1, new SampleOffer { Status = OfferStatus.Expired });
        var open = await OfferWithPhotosAsync(site, 1, new SampleOffer { ClosesOn = Clock.Now.ParisDay() });
        string Address(Offer offer) => $"/offres/{offer.Reference}/photos/{offer.Photos[0].Hash}-1200.jpg";

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(Address(draft), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(Address(expired), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Visitor().GetAsync(Address(open), Stop)).StatusCode);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().GetAsync(Address(open), Stop)).StatusCode);
        Assert.Null((await Visitor().GetPageAsync(open.Path())).QuerySelector(".photos, meta[property='og:image']"));

        var client = App.ClientFor(site.Recruiter);
        var preview = await client.GetPageAsync($"/recruteur/offres/{draft.Id}/apercu");
        var picture = preview.QuerySelector(".photos img")!.GetAttribute("src")!;
        Assert.StartsWith($"/recruteur/offres/{draft.Id}/photos/", picture, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(picture, Stop)).StatusCode);
    }

    [Fact]
    public async Task Photos_of_an_anonymous_offer_are_kept_and_neither_shown_nor_reachable_until_the_anonymity_is_lifted()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2, new SampleOffer { IsAnonymous = true });
        var client = App.ClientFor(site.Recruiter);
        string[] addresses = [.. offer.Photos.SelectMany(p => Enum.GetValues<PhotoSize>().Select(s => $"/offres/{offer.Reference}/photos/{p.Hash}{s.Suffix()}"))];

        foreach (var reader in new[] { Visitor(), client, App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter)) })
        {
            Assert.All(await Task.WhenAll(addresses.Select(a => reader.GetAsync(a, Stop))), answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        }

        foreach (var (reader, path) in new[] { (Visitor(), offer.Path()), (client, $"/recruteur/offres/{offer.Id}/apercu") })
        {
            var html = await reader.GetStringAsync(path, Stop);
            Assert.Contains(offer.Reference, html, StringComparison.Ordinal);
            Assert.All(["Photo 1", offer.Photos[0].Hash, "og:image", "class=\"photos\""], secret => Assert.DoesNotContain(secret, html, StringComparison.Ordinal));
        }

        var page = await client.GetPageAsync(PageOf(offer));
        Assert.Contains("Cette offre est anonyme", page.Text(".notice-warning"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page.QuerySelector(".photo-list img")!.GetAttribute("src"), Stop)).StatusCode);

        Assert.Null((await SendAsync(site.Recruiter, new EditOffer(offer.Id, await VersionAsync(offer.Id), Form(site)))).Error);
        Assert.Equal(2, (await Visitor().GetPageAsync((await OfferOfAsync(offer.Id)).Path())).QuerySelectorAll(".photos img").Length);
        Assert.Equal(HttpStatusCode.OK, (await Visitor().GetAsync(addresses[0], Stop)).StatusCode);
    }

    [Fact]
    public async Task A_copy_has_the_photos_and_an_abandoned_draft_leaves_none()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 2);
        var client = App.ClientFor(site.Recruiter);

        var copied = await SendAsync(site.Recruiter, new CloneOffer(offer.Id, Guid.NewGuid()));
        var copy = await OfferOfAsync(copied.Value);
        Assert.Equal(offer.Photos, copy.Photos);
        var picture = (await client.GetPageAsync(PageOf(copy))).QuerySelector(".photo-list img")!.GetAttribute("src");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(picture, Stop)).StatusCode);

        await SendAsync(site.Recruiter, new ArrangePhotos(copy.Id, await VersionAsync(copy.Id), FormOf(copy, remove: copy.Photos[0].Hash)));
        Assert.Equal((2, 1), (await FilesAsync(offer.Id), await FilesAsync(copy.Id)));

        Assert.Null((await SendAsync(site.Recruiter, new AbandonDraft(copy.Id))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new AbandonDraft(copy.Id))).Error);
        Assert.Equal((2, 0), (await FilesAsync(offer.Id), await FilesAsync(copy.Id)));
        Assert.Empty((await OfferOfAsync(copy.Id)).Photos);
        Assert.Equal("offer.was-published", (await SendAsync(site.Recruiter, new AbandonDraft(offer.Id))).Error?.Code);
        Assert.Equal(2, await FilesAsync(offer.Id));
    }

    [Fact]
    public async Task Photos_sent_at_the_same_moment_all_arrive_and_the_same_one_once()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);

        var different = await Task.WhenAll(Enumerable.Range(1, 3).Select(i => Task.Run(() => AddAsync(site.Recruiter, offer, i, $"Photo {i}"))));
        var same = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => Task.Run(() => AddAsync(site.Recruiter, offer, 9, "La même"))));

        Assert.All(different.Concat(same), result => Assert.Null(result.Error));
        Assert.Equal(["La même", "Photo 1", "Photo 2", "Photo 3"], (await DescriptionsAsync(offer)).Order());
        Assert.Equal(4, await FilesAsync(offer.Id));
        Assert.Equal("photo.already-there", (await AddAsync(site.Recruiter, offer, 9, "Une autre description")).Error?.Code);
    }

    [Fact]
    public async Task A_page_asks_no_more_of_the_database_for_its_photos()
    {
        var site = await this.SiteAsync();
        var (without, with) = (await this.OfferAsync(site), await OfferWithPhotosAsync(site, 3));
        await Visitor().GetAsync(without.Path(), Stop); // reads the territory once

        var none = await SqlStatements.CountAsync(ConnectionString, () => Visitor().GetAsync(without.Path(), Stop));
        var three = await SqlStatements.CountAsync(ConnectionString, () => Visitor().GetAsync(with.Path(), Stop));

        Assert.Equal(none, three);
        Assert.DoesNotContain("class=\"photos\"", await Visitor().GetStringAsync(without.Path(), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_six_detailed_photos_stays_light()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);
        for (var i = 0; i < OfferPhoto.MaxPerOffer; i++)
        {
            await UploadAsync(client, offer, SamplePhotos.Detailed(i), $"Une photo détaillée, la {i + 1}e");
        }

        var visitor = Visitor();
        var page = await visitor.GetPageAsync(offer.Path());
        string[] loaded = [offer.Path(), .. page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => $"/{l.GetAttribute("href")!.TrimStart('/')}"),
            .. page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!), .. page.QuerySelectorAll("img").Select(i => i.GetAttribute("src")!)];
        var weight = 0;
        foreach (var address in loaded)
        {
            weight += (await visitor.GetByteArrayAsync(address, Stop)).Length;
        }

        Assert.Equal(6, page.QuerySelectorAll(".photos img").Length);
        Assert.InRange(loaded.Length, 8, 15);
        Assert.InRange(weight, 1, 200 * 1024);
    }

    [Fact]
    public async Task The_database_keeps_at_most_six_photos_and_never_changes_one()
    {
        var site = await this.SiteAsync();
        var offer = await OfferWithPhotosAsync(site, 1);

        var seven = await Assert.ThrowsAsync<PostgresException>(() => InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE offer SET photos = photos || photos || photos || photos || photos || photos || photos WHERE id = {offer.Id}", Stop)));
        var changed = await Assert.ThrowsAsync<PostgresException>(() => InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE offer_photo SET large = small WHERE offer_id = {offer.Id}", Stop)));

        Assert.Equal("ck_offer_photos", seven.ConstraintName);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, changed.SqlState);
    }

    private static PhotosForm FormOf(Offer offer, string? remove = null) => new()
    {
        Photos = [.. offer.Photos.Select(p => new PhotoFormRow { Hash = p.Hash, Description = p.Description })],
        Remove = remove,
    };
}
