using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dites32.Core.Shared;

namespace Dites32.Core.Territory;

/// <param name="Latitude">Null while the commune has no known point.</param>
public sealed record CommuneInfo(
    string InseeCode, string Name, IReadOnlyList<string> PostalCodes, int Population, string EpciCode, double? Latitude, double? Longitude)
{
    /// <summary>« Auch (32000) »: what the lists of suggestions show, and what <see cref="Catalogue.FindCommune"/> understands.</summary>
    public string Label => $"{Name} ({PostalCodes[0]})";
}

public sealed record EpciInfo(string Code, string Name);

public sealed record SpecialtyInfo(string Code, string Label);

/// <summary>The communes, EPCI and specialties, held in memory: an immutable picture of one version of them.</summary>
public sealed partial class Catalogue
{
    private const double EarthRadiusInKilometres = 6371;

    private readonly FrozenDictionary<string, CommuneInfo> byName;
    private readonly FrozenDictionary<string, CommuneInfo[]> byPostalCode;

    internal Catalogue(IEnumerable<CommuneInfo> communes, IEnumerable<EpciInfo> epcis, IEnumerable<SpecialtyInfo> specialties)
    {
        var order = StringComparer.Create(Clock.French, ignoreCase: true);
        CommunesByName = [.. communes.OrderBy(c => c.Name, order).ThenBy(c => c.InseeCode, StringComparer.Ordinal)];
        EpcisByName = [.. epcis.OrderBy(e => e.Name, order)];
        SpecialtiesByLabel = [.. specialties.OrderBy(s => s.Label, order)];
        Communes = CommunesByName.ToFrozenDictionary(c => c.InseeCode);
        Epcis = EpcisByName.ToFrozenDictionary(e => e.Code);
        Specialties = SpecialtiesByLabel.ToFrozenDictionary(s => s.Code);
        byName = CommunesByName
            .SelectMany(c => new[] { Plain(c.Name), WithoutArticle(Plain(c.Name)) }.Distinct().Select(name => (Name: name, Commune: c)))
            .GroupBy(c => c.Name)
            .Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.Single().Commune);
        byPostalCode = CommunesByName
            .SelectMany(c => c.PostalCodes.Select(code => (Code: code, Commune: c)))
            .GroupBy(c => c.Code, c => c.Commune)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    public FrozenDictionary<string, CommuneInfo> Communes { get; }
    public FrozenDictionary<string, EpciInfo> Epcis { get; }
    public FrozenDictionary<string, SpecialtyInfo> Specialties { get; }

    public IReadOnlyList<CommuneInfo> CommunesByName { get; }
    public IReadOnlyList<EpciInfo> EpcisByName { get; }
    public IReadOnlyList<SpecialtyInfo> SpecialtiesByLabel { get; }

    /// <summary>
    /// The commune that a person means by « L'Isle-Jourdain », « isle jourdain », « 32600 » where one commune only has
    /// this postal code, or « Auch (32000) »; null when there is none, or several.
    /// </summary>
    public CommuneInfo? FindCommune(string text)
    {
        var code = PostalCode().Match(text);
        var name = Plain(code.Success ? text.Remove(code.Index, code.Length) : text);
        if (!code.Success)
        {
            return ByName(name);
        }

        var candidates = byPostalCode.GetValueOrDefault(code.Value, []);
        return name.Length == 0
            ? candidates.Length == 1 ? candidates[0] : null
            : ByName(name) is { } commune && candidates.Contains(commune) ? commune : null;
    }

    /// <summary>
    /// The INSEE codes of the communes whose points lie within this distance as the crow flies, nearest first, the
    /// commune itself included. A commune without coordinates is near itself only; an unknown one near nothing.
    /// </summary>
    public IReadOnlyList<string> Within(string inseeCode, int kilometres)
    {
        if (!Communes.TryGetValue(inseeCode, out var centre))
        {
            return [];
        }

        return [.. CommunesByName
            .Select(c => (c.InseeCode, Distance: c == centre ? 0 : Distance(centre, c)))
            .Where(c => c.InseeCode == inseeCode || c.Distance <= kilometres)
            .OrderBy(c => c.Distance)
            .Select(c => c.InseeCode)];
    }

    /// <summary>In kilometres, by the haversine formula; null when one of the two has no coordinates.</summary>
    public static double? Distance(CommuneInfo from, CommuneInfo to)
    {
        if (from is not { Latitude: { } lat1, Longitude: { } lon1 } || to is not { Latitude: { } lat2, Longitude: { } lon2 })
        {
            return null;
        }

        static double Radians(double degrees) => degrees * Math.PI / 180;
        var north = Math.Sin(Radians(lat2 - lat1) / 2);
        var east = Math.Sin(Radians(lon2 - lon1) / 2);
        var a = north * north + Math.Cos(Radians(lat1)) * Math.Cos(Radians(lat2)) * east * east;
        return 2 * EarthRadiusInKilometres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private CommuneInfo? ByName(string plain) => byName.GetValueOrDefault(plain) ?? byName.GetValueOrDefault(WithoutArticle(plain));

    /// <summary>Lower case, without accents, hyphens or apostrophes; « St » is « Saint ».</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word switch { "st" => "saint", "ste" => "sainte", _ => word });
        return string.Join(' ', words);
    }

    private static string WithoutArticle(string plain) => Article().Replace(plain, "");

    [GeneratedRegex(@"\b[0-9]{5}\b")]
    private static partial Regex PostalCode();

    [GeneratedRegex("^(le|la|les|l) ")]
    private static partial Regex Article();
}
