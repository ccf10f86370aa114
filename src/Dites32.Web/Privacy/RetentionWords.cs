using Dites32.Core.Privacy.Retention;
using Dites32.Web.Shared;

namespace Dites32.Web.Privacy;

internal static class RetentionWords
{
    /// <summary>« 3 mois après la réponse définitive. La personne est prévenue 30 jours avant. »</summary>
    public static string Term(RuleOverview rule) =>
        $"{French.Count(rule.Months, "mois", "mois", "")} {rule.Rule.From()}.{(rule.NoticeDays == 0 ? "" : $" La personne est prévenue {rule.NoticeDays}\u00a0jours avant.")}";

    /// <summary>« 12 échues, 3 personnes à prévenir »</summary>
    public static string Sight(RuleOverview rule) => string.Join(", ", new[]
    {
        French.Count(rule.Over, "échue", "échues", "rien d'échu"),
        French.Count(rule.ToAnnounce, "personne à prévenir", "personnes à prévenir", ""),
    }.Where(part => part.Length > 0));

    /// <summary>« 3 personnes prévenues, 12 effacées »</summary>
    public static string Done(NightReport night) => !night.IsReal ? "rien\u00a0: à blanc" : string.Join(", ", new[]
    {
        French.Count(night.Announced, "personne prévenue", "personnes prévenues", ""),
        French.Count(night.Erased, "effacée", "effacées", "aucune effacée"),
    }.Where(part => part.Length > 0));
}
