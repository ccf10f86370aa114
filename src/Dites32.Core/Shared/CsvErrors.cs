namespace Dites32.Core.Shared;

public static class CsvErrors
{
    public static readonly Error NotText = new(
        ErrorKind.Invalid, "csv-not-text", "Ce fichier n'est pas un CSV. Dans votre tableur, choisissez «\u00a0Enregistrer sous\u00a0», puis CSV (UTF-8 ou Windows).");

    public static readonly Error OpenQuote = new(
        ErrorKind.Invalid, "csv-open-quote", "Dans ce fichier, un guillemet s'ouvre au début d'une cellule et ne se ferme jamais. Fermez-le ou retirez-le, puis envoyez de nouveau le fichier.");
}
