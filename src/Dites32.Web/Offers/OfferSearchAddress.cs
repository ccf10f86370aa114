using System.Globalization;
using System.Text;
using Dites32.Core.Offers;

namespace Dites32.Web.Offers;

/// <summary>A search in an address, and back: one order, nothing empty, no first page.</summary>
internal static class OfferSearchAddress
{
    public const string ListPath = "/offres";
    public const string FeedPath = "/offres.atom";

    public static OfferSearch Read(IQueryCollection query)
    {
        return query.Count == 0 ? OfferSearch.Everything : new OfferSearch
        {
            Text = First("q"),
            Specialty = First("specialite"),
            Type = First("type"),
            Place = First("lieu"),
            Radius = First("rayon"),
            From = First("du"),
            To = First("au"),
            Housing = First("logement"),
            Zone = First("zone"),
            Sort = First("tri"),
        };

        string First(string name) => query[name] is [{ } value, ..] ? value : "";
    }

    public static string List(OfferSearch search, int page = 1) => Write(ListPath, search, page);

    public static string Feed(OfferSearch search) => Write(FeedPath, search with { Sort = "" }, page: 1);

    private static string Write(string path, OfferSearch search, int page)
    {
        if (search == OfferSearch.Everything && page == 1)
        {
            return path;
        }

        var address = new StringBuilder(path);
        Add("q", search.Text);
        Add("specialite", search.Specialty);
        Add("type", search.Type);
        Add("lieu", search.Place);
        Add("rayon", search.Radius);
        Add("du", search.From);
        Add("au", search.To);
        Add("logement", search.Housing);
        Add("zone", search.Zone);
        Add("tri", search.Sort);
        Add("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "");
        return address.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
