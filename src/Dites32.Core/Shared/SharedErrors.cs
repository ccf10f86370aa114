namespace Dites32.Core.Shared;

public static class SharedErrors
{
    public static readonly Error Forbidden =
        new(ErrorKind.Forbidden, "forbidden", "Vous n'avez pas accès à cette action.");

    public static readonly Error SessionEnded =
        new(ErrorKind.Forbidden, "session-ended", "Votre session est terminée. Reconnectez-vous pour continuer.");

    public static readonly Error ProofNeeded =
        new(ErrorKind.Conflict, "proof-needed", "Confirmez d'abord que c'est bien vous.");

    public static readonly Error TooFast =
        new(ErrorKind.Conflict, "too-fast", "Trop d'actions en une seconde\u00a0: celle-ci n'a pas été faite. Attendez un instant.");

    public static readonly Error ChangedMeanwhile =
        new(ErrorKind.Conflict, "changed-meanwhile", "Quelqu'un vient de modifier cette page. Rechargez-la pour voir où elle en est.");

    /// <summary>The antiforgery token of the page was missing or too old: nothing was done.</summary>
    public static readonly Error PageTooOld =
        new(ErrorKind.Conflict, "page-too-old", "Cette page était ouverte depuis trop longtemps\u00a0: rien n'a été envoyé. Vérifiez votre saisie et envoyez de nouveau.");

    public static Error Invalid(IReadOnlyDictionary<string, string[]> fields) =>
        new(ErrorKind.Invalid, "invalid", "Certains champs sont à corriger.", fields);

    public static Error Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]> { [field] = [message] });
}
