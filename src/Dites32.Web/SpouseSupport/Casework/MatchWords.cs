using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;

namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>Why a post suits a person, in words.</summary>
internal static class MatchWords
{
    /// <summary>« Métier : même code ROME (M1203) · à 12 km de Fleurance · CDI · à partir du 1er mai 2026 »</summary>
    public static string Of(SuitedPost post, LeadMatches found) => string.Join(" · ", new[]
    {
        post.Trade switch
        {
            TradeMatch.SameCode => $"Métier\u00a0: même code ROME ({post.RomeCode})",
            TradeMatch.SameWords => "Métier\u00a0: les mêmes mots dans l'intitulé",
            TradeMatch.SameField => $"Métier\u00a0: même domaine ({post.RomeCode})",
        },
        post.Kilometres switch
        {
            null => null,
            0 => $"dans la commune, {found.CommuneName}",
            { } km => $"à {km}\u00a0km de {found.CommuneName}",
        },
        post.Contract.Label() + (post.IsWantedContract switch { true => ", comme souhaité", false => ", autre que souhaité", null => "" }),
        post.StartsOn is { } start ? $"à partir du {start.InWords()}" : "début non précisé",
    }.OfType<string>());

    /// <summary>What the list leaves out.</summary>
    public static string Rule(LeadMatches found) =>
        $"Du métier{(found.CommuneName is { } commune ? $", à {MatchLeads.Radius}\u00a0km au plus de {commune}" : "")}"
        + $"{(found.EarliestStart is { } start ? $", pas avant le {start.InWords()} (un mois avant l'arrivée)" : "")}\u00a0; ce qui n'est pas connu n'écarte rien. "
        + "D'abord le métier, puis le contrat, la distance et les plus récents.";
}
