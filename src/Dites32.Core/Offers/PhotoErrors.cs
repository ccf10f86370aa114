using Dites32.Core.Documents;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

public static class PhotoErrors
{
    public static readonly Error KindRefused =
        new(ErrorKind.Invalid, "photo.kind-refused", "Ce fichier n'est pas une photo acceptée\u00a0: envoyez un JPEG ou un PNG.");

    public static readonly Error Damaged =
        new(ErrorKind.Invalid, "photo.damaged", "Cette photo est incomplète ou abîmée. Ouvrez-la pour la vérifier, puis enregistrez-la de nouveau.");

    public static readonly Error TooManyPixels =
        new(ErrorKind.Invalid, "photo.too-many-pixels", "Cette photo dépasse 50\u00a0millions de pixels\u00a0: réduisez-la avant de l'envoyer.");

    public static readonly Error TooSmall =
        new(ErrorKind.Invalid, "photo.too-small", "Cette photo est trop petite\u00a0: il faut au moins 400\u00a0pixels de large et de haut.");

    public static readonly Error TooNarrow =
        new(ErrorKind.Invalid, "photo.too-narrow", "Cette photo est trop étroite\u00a0: un côté fait plus de quatre fois l'autre. Recadrez-la.");

    public static readonly Error TooMany =
        new(ErrorKind.Conflict, "photo.too-many", $"Cette offre a déjà {OfferPhoto.MaxPerOffer}\u00a0photos, le maximum. Pour en ajouter une autre, retirez-en une.");

    public static readonly Error AlreadyThere =
        new(ErrorKind.Conflict, "photo.already-there", "Cette photo est déjà jointe\u00a0: modifiez sa description dans la liste.");

    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "photo.not-found", "Cette photo n'existe pas ou n'est plus en ligne.");

    public static readonly Error DescriptionMissing = OnDescription("photo.description-missing",
        "Décrivez la photo en quelques mots, par exemple «\u00a0La salle d'attente, claire, avec un coin pour les enfants\u00a0».");

    public static readonly Error DescriptionTooLong = OnDescription("photo.description-too-long", $"{OfferPhoto.MaxDescriptionLength}\u00a0caractères au plus.");

    private static readonly Dictionary<string, Error> OfUpload = new[]
    {
        KindRefused, Damaged, TooManyPixels, TooSmall, TooNarrow, TooMany, AlreadyThere, DescriptionMissing, DescriptionTooLong,
        DocumentErrors.NoFile, DocumentErrors.Empty, DocumentErrors.TooLarge, DocumentErrors.Cut, DocumentErrors.NoRoom,
        SharedErrors.PageTooOld, SharedErrors.ChangedMeanwhile,
    }.ToDictionary(error => error.Code);

    /// <summary>The error of an upload by its code, which is all that an address carries of it.</summary>
    public static Error? OfCode(string? code) => code is null ? null : OfUpload.GetValueOrDefault(code);

    /// <summary>What is wrong with a description, or null.</summary>
    internal static Error? OfDescription(string description) =>
        description.Length == 0 ? DescriptionMissing
        : description.Length > OfferPhoto.MaxDescriptionLength ? DescriptionTooLong
        : null;

    private static Error OnDescription(string code, string message) =>
        new(ErrorKind.Invalid, code, message, new Dictionary<string, string[]> { ["Description"] = [message] });
}
