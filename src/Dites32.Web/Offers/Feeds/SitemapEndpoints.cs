using System.Globalization;
using System.Xml;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Web.Shared;

namespace Dites32.Web.Offers.Feeds;

/// <summary>What search engines read: /robots.txt, and the addresses of the open offers with the time they last changed.</summary>
internal static class SitemapEndpoints
{
    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] OtherPages = ["/", "/offres", "/candidature-spontanee", "/aide", "/plan-du-site", "/accessibilite", "/donnees-personnelles", "/mentions-legales"];

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", (PublicAddress address) => Results.Text($"""
            User-agent: *
            Disallow: /recruteur
            Disallow: /administration
            Disallow: /candidater/
            Disallow: /reprendre/
            Disallow: /suivi
            Disallow: /*/candidater
            Disallow: /*/question
            Sitemap: {address.Of("/sitemap.xml")}

            """, "text/plain; charset=utf-8"));
        routes.MapGet("/sitemap.xml", WriteAllAsync);
        routes.MapGet("/sitemap-{number:int:min(1)}.xml", WritePartAsync);
    }

    private static async Task WriteAllAsync(HttpContext context, Sender sender, PublicAddress address)
    {
        var parts = (await sender.SendAsync(new GetSitemapParts())).Value;
        if (parts.Sum(p => p.Offers) <= GetSitemapParts.NumbersInPart)
        {
            await WriteAddressesAsync(context, sender, address, 0, int.MaxValue, withOtherPages: true);
            return;
        }

        await using var xml = Start(context);
        await xml.WriteStartElementAsync(null, "sitemapindex", Sitemaps);
        foreach (var part in parts)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Sitemaps);
            await WriteAsync(xml, "loc", address.Of(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part.Number}.xml")));
            await WriteAsync(xml, "lastmod", part.ChangedAt.ForMachines());
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task<IResult> WritePartAsync(int number, HttpContext context, Sender sender, PublicAddress address)
    {
        var parts = (await sender.SendAsync(new GetSitemapParts())).Value;
        if (parts.FirstOrDefault(p => p.Number == number) is not { } part)
        {
            return Results.NotFound();
        }

        await WriteAddressesAsync(context, sender, address, part.After, part.UpTo, withOtherPages: part == parts[0]);
        return Results.Empty;
    }

    /// <summary>Batch after batch: the file is never in memory as a whole.</summary>
    private static async Task WriteAddressesAsync(
        HttpContext context, Sender sender, PublicAddress address, int after, int upTo, bool withOtherPages)
    {
        await using var xml = Start(context);
        await xml.WriteStartElementAsync(null, "urlset", Sitemaps);
        foreach (var path in withOtherPages ? OtherPages : [])
        {
            await WriteAddressAsync(xml, address.Of(path), null);
        }

        IReadOnlyList<OfferAddress> batch;
        do
        {
            batch = (await sender.SendAsync(new ListOfferAddresses(after, upTo))).Value;
            foreach (var offer in batch)
            {
                await WriteAddressAsync(xml, address.Of(offer.Path), offer.ChangedAt);
                after = offer.Number;
            }

            await xml.FlushAsync();
        }
        while (batch.Count == ListOfferAddresses.BatchSize);
        await xml.WriteEndElementAsync();
    }

    private static XmlWriter Start(HttpContext context)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        return XmlWriter.Create(context.Response.Body, XmlText.Settings);
    }

    private static async Task WriteAddressAsync(XmlWriter xml, string address, DateTimeOffset? changedAt)
    {
        await xml.WriteStartElementAsync(null, "url", Sitemaps);
        await WriteAsync(xml, "loc", address);
        if (changedAt is { } at)
        {
            await WriteAsync(xml, "lastmod", at.ForMachines());
        }

        await xml.WriteEndElementAsync();
    }

    private static Task WriteAsync(XmlWriter xml, string element, string text) => xml.WriteElementStringAsync(null, element, Sitemaps, text);
}
