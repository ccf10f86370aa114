using System.Globalization;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

public enum OfferFieldType { Text, LongText, Number, Money, Percent, YesNo, Date, Choice }

/// <summary>One thing a doctor asks before calling, which an offer may answer. Values are kept as text, in the invariant form.</summary>
/// <param name="Code">Stable name, the key of the value in the database.</param>
/// <param name="Unit">Shown behind a number: « h par semaine », « € par mois ».</param>
public sealed record OfferField(string Code, OfferFieldGroup Group, string Label, OfferFieldType Type, string? Unit = null)
{
    public const int MaxTextLength = 300;
    public const int MaxLongTextLength = 2000;

    public string? Hint { get; init; }

    /// <summary>The answer tells where the post is: an anonymous offer keeps it and does not show it.</summary>
    public bool TellsWhere { get; init; }

    /// <summary>The values of a <see cref="OfferFieldType.Choice"/> with their labels, in order.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Reads what a person typed (« 12,5 », « 1 200 », « oui »). Null: nothing typed.</summary>
    public Result<string?> Parse(string? typed)
    {
        var text = PlainText.Clean(typed);
        if (text.Length == 0)
        {
            return Result<string?>.Success(null);
        }

        return Type switch
        {
            OfferFieldType.Text when text.Length > MaxTextLength => Refused($"{MaxTextLength}\u00a0caractères au plus."),
            OfferFieldType.LongText when text.Length > MaxLongTextLength => Refused($"{MaxLongTextLength}\u00a0caractères au plus."),
            OfferFieldType.Text or OfferFieldType.LongText => text,
            OfferFieldType.Number or OfferFieldType.Money => ParseNumber(text, 10_000_000),
            OfferFieldType.Percent => ParseNumber(text, 100),
            OfferFieldType.YesNo => text is "oui" or "non" ? text : Refused("Répondez par oui ou par non."),
            OfferFieldType.Date => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day.ForMachines()
                : Refused("Écrivez la date ainsi\u00a0: 31/05/2027."),
            OfferFieldType.Choice => Choices.Any(c => c.Value == text) ? text : Refused("Choisissez une réponse de la liste."),
        };
    }

    /// <summary>The stored value as a French reader expects it.</summary>
    public string Format(string value) => Type switch
    {
        OfferFieldType.Number or OfferFieldType.Money or OfferFieldType.Percent
            when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            $"{number.ToString("#,0.##", Clock.French)}{(Unit is null ? "" : $"\u00a0{Unit}")}",
        OfferFieldType.YesNo => value == "oui" ? "Oui" : "Non",
        OfferFieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => day.InWords(),
        OfferFieldType.Choice => Choices.FirstOrDefault(c => c.Value == value).Label ?? value,
        _ => value,
    };

    /// <summary>The stored value as the form shows it, to be read again by <see cref="Parse"/>.</summary>
    public string ForInput(string value) => Type is OfferFieldType.Number or OfferFieldType.Money or OfferFieldType.Percent
        ? value.Replace('.', ',')
        : value;

    private static Result<string?> ParseNumber(string text, decimal max)
    {
        var plain = text.Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').TrimEnd('€', '%');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= max
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : Refused(max == 100 ? "Écrivez un pourcentage entre 0 et 100." : "Écrivez un nombre, par exemple 12,5.");
    }

    private static Result<string?> Refused(string message) => new Error(ErrorKind.Invalid, "offer.field", message);
}

public enum OfferFieldGroup { Contract, Team, Activity, Area, Life }

public static class OfferFieldGroups
{
    public static string Label(this OfferFieldGroup group) => group switch
    {
        OfferFieldGroup.Contract => "Le poste et ses conditions",
        OfferFieldGroup.Team => "L'équipe et les moyens",
        OfferFieldGroup.Activity => "L'activité",
        OfferFieldGroup.Area => "Le territoire",
        OfferFieldGroup.Life => "Le logement et la vie sur place",
    };
}
