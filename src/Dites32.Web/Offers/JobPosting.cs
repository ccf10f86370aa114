using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Components;

namespace Dites32.Web.Offers;

/// <summary>
/// A schema.org JobPosting, for an open and named post with an employer only. It says nothing that the page does not show.
/// </summary>
internal static class JobPosting
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    // Escapes <, > and &: the text cannot end the script element it stands in.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    public static MarkupString? Of(OfferSheetModel sheet)
    {
        if (!sheet.Kind.IsEmployment() || !sheet.IsOpen || sheet.IsAnonymous || sheet.PublishedAt is null
            || sheet is not { OrganisationName: { } employer, Commune: { } commune })
        {
            return null;
        }

        var posting = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "JobPosting",
            ["title"] = TitleOf(sheet),
            ["description"] = string.Concat(Paragraphs(sheet).Select(p => $"<p>{Html.Encode(p)}</p>")),
            ["datePosted"] = sheet.PublishedAt.Value.ParisDay().ForMachines(),
            ["validThrough"] = $"{sheet.ClosesOn.ForMachines()}T23:59:59",
            ["employmentType"] = EmploymentType(sheet.Raw("working_time")),
            ["hiringOrganization"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = employer },
            ["identifier"] = new Dictionary<string, object?> { ["@type"] = "PropertyValue", ["name"] = "Dites32", ["value"] = sheet.Reference },
            ["directApply"] = true,
            ["jobLocation"] = new Dictionary<string, object?>
            {
                ["@type"] = "Place",
                ["address"] = new Dictionary<string, object?>
                {
                    ["@type"] = "PostalAddress",
                    ["addressLocality"] = commune.Name,
                    ["postalCode"] = commune.PostalCodes[0],
                    ["addressRegion"] = "Occitanie",
                    ["addressCountry"] = "FR",
                },
            },
            ["baseSalary"] = Salary(Number(sheet.Raw("pay_min")), Number(sheet.Raw("pay_max"))),
        };
        var known = posting.Where(property => property.Value is not null).ToDictionary();
        return new MarkupString($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(known, Json)}</script>");
    }

    /// <summary>The name of the post alone: where the written title holds the place, the employer or the pay, what the kind is called.</summary>
    private static string TitleOf(OfferSheetModel sheet)
    {
        string?[] others = [sheet.Commune?.Name, sheet.SiteName, sheet.OrganisationName, "€"];
        return others.Any(other => other is not null && sheet.Title.Contains(other, StringComparison.CurrentCultureIgnoreCase))
            ? sheet.Specialty is null ? sheet.Kind.Label() : $"{sheet.Kind.Label()} – {sheet.Specialty}"
            : sheet.Title;
    }

    private static string[] Paragraphs(OfferSheetModel sheet)
    {
        var lines = sheet.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 0 ? lines : [sheet.Kind.Label()];
    }

    private static object? EmploymentType(string? workingTime) => workingTime switch
    {
        "full" => "FULL_TIME",
        "part" => "PART_TIME",
        "either" => new[] { "FULL_TIME", "PART_TIME" },
        _ => null,
    };

    private static Dictionary<string, object?>? Salary(decimal? from, decimal? to)
    {
        if (from is null && to is null)
        {
            return null;
        }

        var value = new Dictionary<string, object?> { ["@type"] = "QuantitativeValue", ["unitText"] = "YEAR" };
        if (from is { } exact && (to is null || to == exact))
        {
            value["value"] = exact;
        }
        else
        {
            if (from is not null)
            {
                value["minValue"] = from;
            }

            if (to is not null)
            {
                value["maxValue"] = to;
            }
        }

        return new Dictionary<string, object?> { ["@type"] = "MonetaryAmount", ["currency"] = "EUR", ["value"] = value };
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
