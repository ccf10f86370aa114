using Dites32.Core.Internships.Housing;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Web.Documents;
using Dites32.Web.Offers.Photos;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Dites32.Web.Internships.Housing;

/// <summary>Where the photos of the interns' dwellings come in, from a coordinator, and go out, to coordinators and interns.</summary>
internal static class DwellingPhotoEndpoints
{
    public const string DescriptionField = "Description";
    public const string DescriptionParameter = "description";

    public static string AddressOf(Guid dwellingId) => $"/internat/logements/{dwellingId}/photos";

    public static void MapDwellingPhotos(this IEndpointRouteBuilder routes)
    {
        routes.MapFile("/internat/logements/{dwellingId:guid}/photos", AddAsync, BackTo);
        foreach (var size in Enum.GetValues<PhotoSize>())
        {
            routes.MapGet($"/logements-internes/{{dwellingId:guid}}/photos/{PhotoEndpoints.Hash}{size.Suffix()}", async (HttpContext context, Sender sender, Guid dwellingId, string hash) =>
                await PhotoEndpoints.SendAsync(context, size, await sender.SendAsync(new ViewDwellingPhoto(dwellingId, hash, size))));
        }
    }

    private static async Task<Error?> AddAsync(HttpContext context, IncomingFile file)
    {
        var (dwellingId, description) = (DwellingOf(context), file.Fields.GetValueOrDefault(DescriptionField));
        var sender = context.RequestServices.GetRequiredService<Sender>();
        if ((await sender.SendAsync(new MayAddDwellingPhoto(dwellingId, description))).Error is { } refused)
        {
            return refused;
        }

        var photo = await context.RequestServices.GetRequiredService<PhotoReception>().ReceiveAsync(file.Content, context.RequestAborted);
        return photo.Error ?? (await sender.SendAsync(new AddDwellingPhoto(dwellingId, description, photo.Value))).Error;
    }

    private static string BackTo(HttpContext context, Error? error, IReadOnlyDictionary<string, string> fields)
    {
        var page = $"/internat/logements/{DwellingOf(context)}";
        return error is null
            ? $"{page}#photos"
            : QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
            {
                [UploadEndpoint.ErrorParameter] = error.Code,
                // What was typed comes back; a file cannot.
                [DescriptionParameter] = PlainText.Excerpt(OfferPhoto.CleanDescription(fields.GetValueOrDefault(DescriptionField)), 2 * OfferPhoto.MaxDescriptionLength),
            }) + "#photo";
    }

    private static Guid DwellingOf(HttpContext context) => Guid.Parse((string)context.Request.RouteValues["dwellingId"]!);
}
