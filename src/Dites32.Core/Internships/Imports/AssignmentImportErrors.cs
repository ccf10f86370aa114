using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public static class AssignmentImportErrors
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound, "internship.import-not-found", "Cet import n'existe pas, ou n'existe plus\u00a0: un fichier envoyé est gardé un jour.");

    public static readonly Error NoFile = new(ErrorKind.Invalid, "internship.import-no-file", "Choisissez un fichier avant de l'envoyer.");

    public static readonly Error NoSemester = new(ErrorKind.Invalid, "internship.import-no-semester", "Choisissez le semestre de ces affectations.");

    public static readonly Error TooLarge = new(ErrorKind.Invalid, "internship.import-too-large", "Ce fichier dépasse 1\u00a0Mo\u00a0: coupez-le en plusieurs.");

    public static readonly Error TooManyLines = new(
        ErrorKind.Invalid, "internship.import-too-many-lines", "Ce fichier compte plus de 2\u00a0000\u00a0lignes\u00a0: coupez-le en plusieurs.");

    public static readonly Error NoLine = new(ErrorKind.Invalid, "internship.import-no-line", "Ce fichier ne contient aucune ligne sous ses titres de colonnes.");

    public static readonly Error NoHeader = new(
        ErrorKind.Invalid, "internship.import-no-header",
        "La première ligne de ce fichier doit nommer ses colonnes, dont «\u00a0nom\u00a0», «\u00a0courriel\u00a0», «\u00a0terrain\u00a0» et «\u00a0créneau\u00a0». Partez du modèle.");

    public static readonly Error SameColumns = new(
        ErrorKind.Invalid, "internship.import-same-columns", "Deux colonnes de ce fichier portent le même nom\u00a0: gardez-en une.");

    public static readonly Error TooLateToUndo = new(
        ErrorKind.Conflict, "internship.import-too-late", "Un import s'annule pendant trente jours\u00a0: ce délai est passé, ou il n'a pas été importé.");

    private static readonly Dictionary<string, Error> OfUpload = new[]
    {
        NoFile, NoSemester, TooLarge, TooManyLines, NoLine, NoHeader, SameColumns, CsvErrors.NotText, CsvErrors.OpenQuote, SharedErrors.PageTooOld,
    }.ToDictionary(error => error.Code);

    /// <summary>The error of an upload by its code, which is all that an address carries of it.</summary>
    public static Error? OfCode(string? code) => code is null ? null : OfUpload.GetValueOrDefault(code);

    /// <summary>Nothing is undone when a part cannot be.</summary>
    public static Error ChangedSince(IReadOnlyList<string> names) => new(
        ErrorKind.Conflict, "internship.import-changed-since",
        $"Rien n'est annulé, parce que des affectations ont changé depuis, ou que l'ancienne place est prise\u00a0: {string.Join(", ", names.Take(5))}{(names.Count > 5 ? $" et {names.Count - 5} autres" : "")}.");
}
