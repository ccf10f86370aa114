using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Web.Documents;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Dites32.Web.Offers.Photos;

/// <summary>Where the photos of offers come in, from their recruiters, and go out.</summary>
internal static class PhotoEndpoints
{
    public const string Hash = "{hash:regex(^[0-9a-f]{{64}}$)}";

    public static void MapOfferPhotos(this IEndpointRouteBuilder routes)
    {
        routes.MapFile("/recruteur/offres/{offerId:guid}/photos/envoi", AddAsync, BackTo);
        foreach (var size in Enum.GetValues<PhotoSize>())
        {
            var file = $"{Hash}{size.Suffix()}";
            routes.MapGet($"/offres/{{reference}}/photos/{file}", async (HttpContext context, Sender sender, string reference, string hash) =>
                await SendAsync(context, size, OfferReference.Read(reference) is { } number ? await sender.SendAsync(new ViewPhoto(number, hash, size)) : null));
            routes.MapGet($"/recruteur/offres/{{offerId:guid}}/photos/{file}", async (HttpContext context, Sender sender, Guid offerId, string hash) =>
                await SendAsync(context, size, await sender.SendAsync(new PreviewPhoto(offerId, hash, size))));
        }
    }

    private static async Task<Error?> AddAsync(HttpContext context, IncomingFile file)
    {
        var (offerId, description) = (OfferOf(context), file.Fields.GetValueOrDefault(PhotoUpload.DescriptionField));
        var sender = context.RequestServices.GetRequiredService<Sender>();
        if ((await sender.SendAsync(new MayAddPhoto(offerId, description))).Error is { } refused)
        {
            return refused;
        }

        var photo = await context.RequestServices.GetRequiredService<PhotoReception>().ReceiveAsync(file.Content, context.RequestAborted);
        return photo.Error ?? (await sender.SendAsync(new AddPhoto(offerId, description, photo.Value))).Error;
    }

    private static string BackTo(HttpContext context, Error? error, IReadOnlyDictionary<string, string> fields)
    {
        var page = PhotoAddress.Recruiting(OfferOf(context));
        return error is null
            ? $"{page}#{PhotoList.Id}"
            : QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
            {
                [UploadEndpoint.ErrorParameter] = error.Code,
                // What was typed comes back; a file cannot.
                [PhotoUpload.DescriptionParameter] = PlainText.Excerpt(OfferPhoto.CleanDescription(fields.GetValueOrDefault(PhotoUpload.DescriptionField)), 2 * OfferPhoto.MaxDescriptionLength),
            }) + $"#{(error.Fields is null ? PhotoUpload.Id : "Description")}";
    }

    public static async Task SendAsync(HttpContext context, PhotoSize size, Result<byte[]>? photo)
    {
        if (photo is not { Error: null, Value: var bytes })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // The name holds the hash of the content. Private: no proxy goes on showing what the portal has taken away.
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        context.Response.ContentType = size.MediaType();
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Guid OfferOf(HttpContext context) => Guid.Parse((string)context.Request.RouteValues["offerId"]!);
}
