using System.Text.Json.Serialization;
using Dites32.Core.Shared;

namespace Dites32.Core.Candidates.AnnuaireSante;

/// <summary>The answer to a search, as FHIR writes it (Bundle of Practitioner): what the portal reads of it.</summary>
internal sealed record Practitioners(
    [property: JsonPropertyName("resourceType")] string? ResourceType,
    [property: JsonPropertyName("entry")] IReadOnlyList<PractitionerEntry>? Entries)
{
    public const string Bundle = "Bundle";

    public static readonly Practitioners Nobody = new(Bundle, []);

    /// <summary>Whoever has this number among their identifiers: the server may find others, by a part of it.</summary>
    public DirectoryAnswer AnswerFor(string rpps, string name)
    {
        var found = (Entries ?? []).Select(e => e.Resource).OfType<Practitioner>()
            .Where(p => p.Identifiers?.Any(i => i.Value == rpps) == true).ToList();
        var same = found.Where(p => p.Names?.Any(n => IsSame(n.Family, name)) == true).ToList();
        return found.Count == 0 ? DirectoryAnswer.Unknown
            : same.Count == 0 ? DirectoryAnswer.OtherName
            : same.Any(p => p.IsActive != false) ? DirectoryAnswer.SameName
            : DirectoryAnswer.Closed;
    }

    /// <summary>« DE LA TOUR » is the name of « Dr Hélène de la Tour ».</summary>
    private static bool IsSame(string? family, string typed) => WordsOf(family ?? "") is { Count: > 0 } words && words.IsSubsetOf(WordsOf(typed));

    private static HashSet<string> WordsOf(string text) => [.. PlainText.Words(text).Split('-', StringSplitOptions.RemoveEmptyEntries)];
}

internal sealed record PractitionerEntry([property: JsonPropertyName("resource")] Practitioner? Resource);

/// <param name="IsActive">Whether the practice is open; not always said.</param>
internal sealed record Practitioner(
    [property: JsonPropertyName("active")] bool? IsActive,
    [property: JsonPropertyName("identifier")] IReadOnlyList<PractitionerIdentifier>? Identifiers,
    [property: JsonPropertyName("name")] IReadOnlyList<PractitionerName>? Names);

internal sealed record PractitionerIdentifier([property: JsonPropertyName("value")] string? Value);

internal sealed record PractitionerName([property: JsonPropertyName("family")] string? Family);
