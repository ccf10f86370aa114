using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

public static class DocumentErrors
{
    public static readonly Error NoFile =
        new(ErrorKind.Invalid, "document-missing", "Choisissez un fichier avant de l'ajouter.");

    public static readonly Error Empty =
        new(ErrorKind.Invalid, "document-empty", "Ce fichier est vide.");

    public static readonly Error TooLarge =
        new(ErrorKind.Invalid, "document-too-large", "Ce fichier dépasse 10\u00a0Mo.");

    public static readonly Error KindRefused =
        new(ErrorKind.Invalid, "document-kind-refused", "Ce type de fichier n'est pas accepté\u00a0: envoyez un PDF, un DOCX, un ODT, un JPEG ou un PNG.");

    public static readonly Error Damaged =
        new(ErrorKind.Invalid, "document-damaged", "Ce fichier est incomplet ou abîmé. Ouvrez-le pour le vérifier, puis enregistrez-le de nouveau.");

    public static readonly Error Protected =
        new(ErrorKind.Invalid, "document-protected", "Ce fichier est protégé par un mot de passe\u00a0: envoyez-le sans protection.");

    public static readonly Error Active =
        new(ErrorKind.Invalid, "document-active", "Ce fichier contient un programme (script, macro ou fichier incorporé). Imprimez-le en PDF et envoyez ce PDF.");

    public static readonly Error Unfolds =
        new(ErrorKind.Invalid, "document-unfolds", "Ce fichier contient trop de choses une fois décompressé. Enregistrez-le en PDF et envoyez ce PDF.");

    public static readonly Error PictureTooLarge =
        new(ErrorKind.Invalid, "document-picture-too-large", "Cette image dépasse 50\u00a0millions de pixels\u00a0: réduisez-la ou envoyez un PDF.");

    public static readonly Error TooMany =
        new(ErrorKind.Conflict, "document-too-many", $"Vous avez déjà joint {DocumentLimits.MaxPerOwner}\u00a0documents.");

    public static readonly Error AlreadyThere =
        new(ErrorKind.Conflict, "document-already-there", "Ce fichier est déjà joint.");

    public static readonly Error Cut =
        new(ErrorKind.Invalid, "document-cut", "L'envoi du fichier a été interrompu. Recommencez.");

    public static readonly Error NoRoom =
        new(ErrorKind.Conflict, "document-no-room", "Le portail ne peut pas recevoir de fichier en ce moment. Réessayez dans quelques minutes.");

    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "document-not-found", "Ce document n'existe pas ou n'existe plus.");

    public static readonly Error NotYetScanned =
        new(ErrorKind.Conflict, "document-not-yet-scanned", "Ce document est en cours d'analyse. Il pourra être ouvert ensuite.");

    public static readonly Error Infected =
        new(ErrorKind.Invalid, "document-infected", "L'antivirus a trouvé un programme dangereux dans ce fichier\u00a0: il n'a pas été joint. Analysez votre appareil, puis envoyez un autre fichier.");

    public static readonly Error Dangerous =
        new(ErrorKind.Conflict, "document-dangerous", "L'antivirus a refusé ce document\u00a0: il ne peut pas être ouvert.");

    private static readonly Dictionary<string, Error> OfUpload = new[]
    {
        NoFile, Empty, TooLarge, KindRefused, Damaged, Protected, Active, Unfolds, PictureTooLarge, Infected, TooMany, Cut, NoRoom,
        SharedErrors.PageTooOld,
    }.ToDictionary(error => error.Code);

    /// <summary>The error of an upload by its code, which is all that an address carries of it.</summary>
    public static Error? OfCode(string? code) => code is null ? null : OfUpload.GetValueOrDefault(code);
}
