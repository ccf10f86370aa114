using System.Globalization;
using AngleSharp.Html.Dom;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

/// <summary>Sends photos as a browser does.</summary>
public abstract class OfferPhotosTest : RecruitingTest
{
    internal static string PageOf(Offer offer) => $"/recruteur/offres/{offer.Id}/photos";

    /// <summary>Opens the page of the photos, fills its form and sends it.</summary>
    internal static async Task<HttpResponseMessage> UploadAsync(HttpClient client, Offer offer, byte[] file, string description, string name = "photo.jpg") =>
        await SendAsync(client, offer, Token(await client.GetPageAsync(PageOf(offer))), file, description, name);

    internal static string Token(IHtmlDocument page) =>
        ((IHtmlInputElement)page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value;

    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, Offer offer, string token, byte[] file, string description, string name = "photo.jpg")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(description), "Photo.Description" },
            { new ByteArrayContent(file), "fichier", name },
        };
        return await client.PostAsync($"{PageOf(offer)}/envoi", form, Stop);
    }

    /// <summary>An offer with this many photos, described « Photo 1 »…</summary>
    internal async Task<Offer> OfferWithPhotosAsync(SampleSite site, int count, SampleOffer? sample = null)
    {
        var offer = await this.OfferAsync(site, sample);
        for (var i = 1; i <= count; i++)
        {
            Assert.Null((await AddAsync(site.Recruiter, offer, i, string.Create(CultureInfo.InvariantCulture, $"Photo {i}"))).Error);
        }

        return await OfferOfAsync(offer.Id);
    }

    internal async Task<Result> AddAsync(Actor actor, Offer offer, int seed, string description)
    {
        using var reception = new PhotoReception();
        var photo = await reception.ReceiveAsync(new MemoryStream(SamplePhotos.Png(400, 400, seed)), Stop);
        return await SendAsync(actor, new AddPhoto(offer.Id, description, photo.Value));
    }

    internal async Task<List<string>> DescriptionsAsync(Offer offer) => [.. (await OfferOfAsync(offer.Id)).Photos.Select(p => p.Description)];

    internal Task<int> FilesAsync(Guid offerId) => InDatabaseAsync(db => db.OfferPhotoFiles.CountAsync(p => p.OfferId == offerId, Stop));
}
