using System.Text;
using System.Text.Encodings.Web;
using Dites32.Core.Shared;

namespace Dites32.Bench;

/// <summary>The pages by a string builder: the least that a server can do.</summary>
internal static class BareText
{
    public static string List(BarePage page, List<BareCard> cards)
    {
        var html = new StringBuilder(65_536).Append(page.Before);
        foreach (var card in cards)
        {
            html.Append("<li><article class=\"offer-card\"><h3><a href=\"").Append(Encode(card.Path)).Append("\">").Append(Encode(card.Title))
                .Append("</a></h3><p class=\"place\">").Append(Encode(card.Place)).Append(" <span class=\"muted\">").Append(Encode(card.PlaceDetail))
                .Append("</span></p><ul class=\"tags\"><li class=\"tag\">").Append(Encode(card.Kind)).Append("</li>");
            Tag(card.Specialty);
            Tag(card.HasHousing ? "Avec logement" : null);
            Tag(card.Zone);
            html.Append("</ul><p class=\"when\">").Append(Encode(card.When)).Append("Publiée le <time datetime=\"").Append(card.PublishedAt.ForMachines())
                .Append("\">").Append(card.PublishedAt.ParisDay().InWords()).Append("</time> · Candidatures jusqu'au ").Append(card.ClosesOn.InWords())
                .Append("</p></article></li>");
        }

        return html.Append("</ul>").Append(page.Filler).Append(page.After).ToString();

        void Tag(string? text)
        {
            if (text is not null)
            {
                html.Append("<li class=\"tag\">").Append(Encode(text)).Append("</li>");
            }
        }
    }

    public static string Offer(BarePage page, BareOffer offer)
    {
        var html = new StringBuilder(65_536).Append(page.Before).Append("<h1>").Append(Encode(offer.Title)).Append("</h1><p>")
            .Append(Encode(offer.Description)).Append("</p><dl class=\"facts\">");
        foreach (var (code, value) in offer.Details)
        {
            html.Append("<div><dt>").Append(Encode(code)).Append("</dt><dd>").Append(Encode(value)).Append("</dd></div>");
        }

        html.Append("</dl>");
        foreach (var other in offer.Others)
        {
            html.Append("<p>").Append(Encode(other)).Append("</p>");
        }

        return html.Append(page.Filler).Append(page.After).ToString();
    }

    private static string Encode(string? text) => text is null ? "" : HtmlEncoder.Default.Encode(text);
}
