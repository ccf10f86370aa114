using System.Globalization;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>Reads the answers to the fields of a kind; what the kind does not ask for is left out.</summary>
internal static class OfferAnswers
{
    /// <summary>What the State decides about a place and may change: it says since when it was known.</summary>
    private static readonly string[] Dated = ["zone", "zfrr", "qpv", "red_zone"];

    public static Dictionary<string, string> Read(FieldErrors errors, OfferKind kind, IReadOnlyDictionary<string, string?> typed)
    {
        var answers = new Dictionary<string, string>();
        var fields = OfferFields.Of(kind);
        foreach (var field in fields)
        {
            if (errors.Take($"Details[{field.Code}]", field.Parse(typed.GetValueOrDefault(field.Code))) is { } value)
            {
                answers[field.Code] = value;
            }
        }

        foreach (var code in Dated.Where(answers.ContainsKey))
        {
            errors.Require(answers.ContainsKey($"{code}_on"), $"Details[{code}_on]", "Indiquez la date du constat\u00a0: ce classement peut changer.");
        }

        errors.Require(Number(answers, "pay_min") is not { } min || Number(answers, "pay_max") is not { } max || min <= max,
            "Details[pay_max]", "Le haut de la fourchette est au-dessous du bas.");
        return answers;
    }

    private static decimal? Number(Dictionary<string, string> answers, string code) =>
        answers.TryGetValue(code, out var value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;
}
