using System.Text.Encodings.Web;
using Dites32.Core.Offers;
using Dites32.Core.Territory;
using Microsoft.AspNetCore.Components;

namespace Dites32.Web.Offers;

/// <summary>The long lists of the search form, written once per catalogue: they are the greater part of the page's elements.</summary>
internal sealed class SearchFormMarkup
{
    private const int MostCommunes = 40;

    private static volatile SearchFormMarkup? current;

    private readonly Catalogue catalogue;
    private readonly string specialties;
    private readonly string types;

    private SearchFormMarkup(Catalogue catalogue)
    {
        this.catalogue = catalogue;
        specialties = string.Concat(catalogue.SpecialtiesByLabel.Select(s => Option(s.Code, s.Label)));
        types = string.Concat(OfferTypes.Families.Select(f =>
            $"<optgroup label=\"{Encode(f.Family.Label)}\">{Option(f.Family.Code, $"{f.Family.Label}\u00a0: tout")}"
            + $"{string.Concat(f.Kinds.Select(kind => Option(kind.Code, kind.Label)))}</optgroup>"));
        Places = new MarkupString(string.Concat(catalogue.EpcisByName.Select(e => Suggestion(e.Name))
            .Concat(catalogue.CommunesByName.OrderByDescending(c => c.Population).Take(MostCommunes).Select(c => Suggestion(c.Label)))));
    }

    /// <summary>The EPCI and the largest communes; any other may be written too.</summary>
    public MarkupString Places { get; }

    public static SearchFormMarkup Of(Catalogue catalogue)
    {
        var known = current;
        return known?.catalogue == catalogue ? known : current = new SearchFormMarkup(catalogue);
    }

    public MarkupString Specialties(string selected) => Selected(specialties, selected);

    public MarkupString Types(string selected) => Selected(types, selected);

    /// <param name="code">Of this very list: nothing typed comes here.</param>
    private static MarkupString Selected(string options, string code) => new(
        code.Length == 0 ? options : options.Replace($"value=\"{code}\"", $"value=\"{code}\" selected", StringComparison.Ordinal));

    private static string Option(string value, string label) => $"<option value=\"{Encode(value)}\">{Encode(label)}</option>";

    private static string Suggestion(string value) => $"<option value=\"{Encode(value)}\"></option>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
