using System.Globalization;
using System.Xml;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Web.Shared;

namespace Dites32.Web.Offers.Feeds;

/// <summary>The newest offers of a search as Atom 1.0 (RFC 4287).</summary>
internal static class OfferFeedEndpoint
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>For a feed that has never had an entry: the year in which the portal was made.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapOfferFeed(this IEndpointRouteBuilder routes) => routes.MapGet(OfferSearchAddress.FeedPath, WriteFeedAsync);

    private static async Task WriteFeedAsync(HttpContext context, Sender sender, PublicAddress address)
    {
        var feed = (await sender.SendAsync(new ListNewestOffers(OfferSearchAddress.Read(context.Request.Query)))).Value;
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        await using var xml = XmlWriter.Create(context.Response.Body, XmlText.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, "fr");
        await WriteAsync(xml, "title", feed.Filters.Count == 0
            ? "Dites32\u00a0: les offres dans le Gers"
            : $"Dites32\u00a0: les offres dans le Gers ({string.Join(", ", feed.Filters.Select(f => f.Label))})");
        await WriteAsync(xml, "id", $"tag:{address.Host},2026:{OfferSearchAddress.Feed(feed.Search)}");
        await WriteAsync(xml, "updated", (feed.UpdatedAt ?? Beginning).ForMachines());
        await WriteLinkAsync(xml, "self", "application/atom+xml", address.Of(OfferSearchAddress.Feed(feed.Search)));
        await WriteLinkAsync(xml, "alternate", "text/html", address.Of(OfferSearchAddress.List(feed.Search)));
        await xml.WriteStartElementAsync(null, "author", Atom);
        await WriteAsync(xml, "name", "La mission Dites32");
        await xml.WriteEndElementAsync();
        foreach (var entry in feed.Entries)
        {
            await WriteEntryAsync(xml, entry, address);
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static async Task WriteEntryAsync(XmlWriter xml, OfferFeedEntry entry, PublicAddress address)
    {
        var card = entry.Card;
        await xml.WriteStartElementAsync(null, "entry", Atom);
        await WriteAsync(xml, "title", $"{card.Title} – {card.Place}");
        await WriteAsync(xml, "id", string.Create(CultureInfo.InvariantCulture, $"tag:{address.Host},2026:offre/{card.Number}"));
        await WriteAsync(xml, "published", card.PublishedAt.ForMachines());
        await WriteAsync(xml, "updated", entry.UpdatedAt.ForMachines());
        await WriteLinkAsync(xml, "alternate", "text/html", address.Of(card.Path));
        await xml.WriteStartElementAsync(null, "category", Atom);
        await xml.WriteAttributeStringAsync(null, "term", null, card.Kind.Label());
        await xml.WriteEndElementAsync();
        await WriteAsync(xml, "summary",
            $"{card.Kind.Label()}. Candidatures jusqu'au {card.ClosesOn.InWords()}.{(entry.Summary.Length > 0 ? $" {entry.Summary}" : "")}");
        await xml.WriteEndElementAsync();
    }

    private static Task WriteAsync(XmlWriter xml, string element, string text) =>
        xml.WriteElementStringAsync(null, element, Atom, XmlText.Of(text));

    private static async Task WriteLinkAsync(XmlWriter xml, string rel, string type, string href)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, rel);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, href);
        await xml.WriteEndElementAsync();
    }
}
