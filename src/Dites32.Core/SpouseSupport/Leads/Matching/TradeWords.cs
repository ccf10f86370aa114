using System.Collections.Frozen;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The words by which a trade is known, in plain letters and cut short, so that « enseignante » and « enseignement » are one.
/// Words that are in every trade say nothing of one.
/// </summary>
internal static class TradeWords
{
    private const int Shortest = 4, StemLength = 6;

    private static readonly FrozenSet<string> Everywhere = new[]
    {
        "actuel", "adjoin", "agent", "ancien", "assist", "avec", "cadre", "charge", "chef", "cheffe", "chez", "cdd", "cdi", "dans", "direct", "emploi", "employ",
        "entrep", "gers", "gestio", "partie", "poste", "pour", "recher", "respon", "secteu", "servic", "techni", "temps", "plein", "travai",
    }.ToFrozenSet();

    public static IReadOnlyList<string> StemsOf(string text) =>
        [.. PlainText.Words(text).Split('-').Where(word => word.Length >= Shortest).Select(word => word[..Math.Min(word.Length, StemLength)])
            .Where(stem => !Everywhere.Contains(stem)).Distinct()];
}
