using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>
/// What the form of an offer posts, as typed. Which of it counts depends on the kind of offer: what a kind does not ask
/// for is ignored.
/// </summary>
public sealed record OfferForm
{
    public const int MaxRanges = 8;

    public string? Title { get; set; }

    /// <summary>A code of the catalogue; doctors' posts only.</summary>
    public string? Specialty { get; set; }

    /// <summary>A name, a postal code that one commune only has, or both: « Auch (32000) ».</summary>
    public string? Commune { get; set; }
    public string? Description { get; set; }

    /// <summary>For the kinds without date ranges.</summary>
    public string? StartsOn { get; set; }

    /// <summary>For replacements; empty rows are ignored.</summary>
    public List<OfferFormRange> Ranges { get; set => field = value ?? []; } = [];

    /// <summary>The last day to apply. Empty, for replacements: the day after the last range.</summary>
    public string? ClosesOn { get; set; }
    public string? Referent { get; set; }
    public string? Phone { get; set; }

    /// <summary>« oui » or « non ».</summary>
    public string? Anonymous { get; set; }

    /// <summary>For the posts of public employers.</summary>
    public string? CdgNumber { get; set; }
    public string? CdgPublishedOn { get; set; }

    /// <summary>The answers to <see cref="OfferFields"/>, by code.</summary>
    public Dictionary<string, string?> Details { get; set => field = value ?? []; } = [];

    internal static OfferForm Of(Offer offer, string communeLabel) => new()
    {
        Title = offer.Title,
        Specialty = offer.SpecialtyCode,
        Commune = communeLabel,
        Description = offer.Description,
        StartsOn = offer.StartsOn?.ForMachines(),
        Ranges = [.. offer.Ranges.Select(r => new OfferFormRange { From = r.From.ForMachines(), To = r.To.ForMachines() })],
        ClosesOn = offer.ClosesOn.ForMachines(),
        Referent = offer.ReferentId.ToString(),
        Phone = offer.ContactPhone is null ? null : PhoneNumber.Format(offer.ContactPhone),
        Anonymous = offer.IsAnonymous ? "oui" : "non",
        CdgNumber = offer.CdgNumber,
        CdgPublishedOn = offer.CdgPublishedOn?.ForMachines(),
        Details = OfferFields.Of(offer.Kind).Where(f => offer.Details.ContainsKey(f.Code))
            .ToDictionary(f => f.Code, string? (f) => f.ForInput(offer.Details[f.Code])),
    };
}

public sealed record OfferFormRange
{
    public string? From { get; set; }
    public string? To { get; set; }
}
