using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

public static class JobImportErrors
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound, "spouse.import-not-found", "Cet import n'existe pas, ou n'existe plus\u00a0: un fichier envoyé est gardé un jour.");

    public static readonly Error NoFile = new(ErrorKind.Invalid, "spouse.import-no-file", "Choisissez un fichier avant de l'envoyer.");

    public static readonly Error TooLarge = new(ErrorKind.Invalid, "spouse.import-too-large", "Ce fichier dépasse 1\u00a0Mo\u00a0: coupez-le en plusieurs.");

    public static readonly Error TooManyLines = new(
        ErrorKind.Invalid, "spouse.import-too-many-lines", "Ce fichier compte plus de 2\u00a0000\u00a0lignes\u00a0: coupez-le en plusieurs.");

    public static readonly Error NoLine = new(ErrorKind.Invalid, "spouse.import-no-line", "Ce fichier ne contient aucune ligne sous ses titres de colonnes.");

    public static readonly Error NoHeader = new(
        ErrorKind.Invalid, "spouse.import-no-header",
        "La première ligne de ce fichier doit nommer ses colonnes, dont «\u00a0employeur\u00a0» et «\u00a0commune\u00a0». Partez du modèle.");

    public static readonly Error SameColumns = new(
        ErrorKind.Invalid, "spouse.import-same-columns", "Deux colonnes de ce fichier portent le même nom\u00a0: gardez-en une.");

    private static readonly Dictionary<string, Error> OfUpload = new[]
    {
        NoFile, TooLarge, TooManyLines, NoLine, NoHeader, SameColumns, CsvErrors.NotText, CsvErrors.OpenQuote, SharedErrors.PageTooOld,
    }.ToDictionary(error => error.Code);

    /// <summary>The error of an upload by its code, which is all that an address carries of it.</summary>
    public static Error? OfCode(string? code) => code is null ? null : OfUpload.GetValueOrDefault(code);
}
