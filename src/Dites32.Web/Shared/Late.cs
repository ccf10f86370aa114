namespace Dites32.Web.Shared;

/// <summary>Days, in the words of the cards.</summary>
internal static class Late
{
    /// <summary>« En retard de 3 jours »</summary>
    public static string InWords(int days) => days == 1 ? "En retard d'un jour" : $"En retard de {days}\u00a0jours";

    /// <summary>« depuis 3 jours », « aujourd'hui »</summary>
    public static string Since(int days) => days <= 0 ? "aujourd'hui" : $"depuis {French.Count(days, "jour", "jours", "")}";
}
