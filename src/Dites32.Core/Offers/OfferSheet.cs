using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// An offer as a visitor reads it. What an anonymous offer hides is not in it at all, so that no page can show it:
/// the site, its organisation, the commune, the person to call, and the answers that would tell where it is.
/// </summary>
public sealed record OfferSheetModel
{
    public required int Number { get; init; }
    public required string Reference { get; init; }
    public required string Slug { get; init; }
    public required OfferKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public string? Specialty { get; init; }
    public required bool IsAnonymous { get; init; }

    /// <summary>Null for an anonymous offer.</summary>
    public string? SiteName { get; init; }

    /// <summary>Null for an anonymous offer.</summary>
    public StructureKind? SiteKind { get; init; }

    /// <summary>Who employs or associates; null for an anonymous offer.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Null for an anonymous offer.</summary>
    public CommuneInfo? Commune { get; init; }
    public required string EpciName { get; init; }

    /// <summary>« Auch (32000) », or the EPCI of an anonymous offer.</summary>
    public string PlaceName => Commune?.Label ?? EpciName;

    public DateOnly? StartsOn { get; init; }
    public IReadOnlyList<DateRange> Ranges { get; init; } = [];
    public required DateOnly ClosesOn { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required OfferStatus Status { get; init; }

    /// <summary>May one apply today?</summary>
    public required bool IsOpen { get; init; }

    public required string ContactName { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>The mission's, for an anonymous offer; the address of a recruiter is never shown.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The answers to <see cref="OfferFields"/>, in order; no empty group.</summary>
    public IReadOnlyList<OfferSheetGroup> Groups { get; init; } = [];

    /// <summary>The value as it is stored (« full », « 35 »), for what machines read.</summary>
    public string? Raw(string code) => Groups.SelectMany(g => g.Lines).FirstOrDefault(l => l.Code == code)?.Value;
}

public sealed record OfferSheetGroup(string Label, IReadOnlyList<OfferSheetLine> Lines);

/// <param name="Text">For people.</param>
/// <param name="Value">As it is stored.</param>
public sealed record OfferSheetLine(string Code, string Label, string Text, string Value);

/// <summary>Builds the sheet of an offer, the same for its preview and for the public.</summary>
internal sealed class OfferSheets(AppDbContext db, CatalogueCache catalogues, Portal portal, TimeProvider clock)
{
    public async Task<OfferSheetModel> OfAsync(Offer offer, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var today = clock.Today();
        var sheet = new OfferSheetModel
        {
            Number = offer.Number,
            Reference = offer.Reference,
            Slug = offer.Slug,
            Kind = offer.Kind,
            Title = offer.Title,
            Description = offer.Description,
            Specialty = offer.SpecialtyCode is { } code ? catalogue.Specialties.GetValueOrDefault(code)?.Label : null,
            IsAnonymous = offer.IsAnonymous,
            EpciName = catalogue.Epcis[offer.EpciCode].Name,
            StartsOn = offer.StartsOn,
            Ranges = offer.Ranges,
            ClosesOn = offer.ClosesOn,
            PublishedAt = offer.PublishedAt,
            ChangedAt = offer.ChangedAt,
            Status = offer.Status,
            IsOpen = offer.IsOpen(today),
            ContactName = portal.MissionName,
            ContactEmail = portal.MissionAddress,
            Groups = GroupsOf(offer),
        };
        if (offer.IsAnonymous)
        {
            return sheet;
        }

        var site = await db.Sites.Where(s => s.Id == offer.SiteId)
            .Join(db.Organisations, s => s.OrganisationId, o => o.Id, (s, o) => new { s.Name, s.Kind, Organisation = o.Name })
            .SingleAsync(cancellationToken);
        var contact = await db.ContactOnAsync(offer.ReferentId, today, cancellationToken);
        return sheet with
        {
            SiteName = site.Name,
            SiteKind = site.Kind,
            OrganisationName = site.Organisation,
            Commune = catalogue.Communes[offer.InseeCode],
            ContactName = contact.Name,
            ContactPhone = offer.ContactPhone,
            ContactEmail = null,
        };
    }

    private static List<OfferSheetGroup> GroupsOf(Offer offer) =>
        [.. OfferFields.Of(offer.Kind)
            .Where(field => offer.Details.ContainsKey(field.Code) && !(offer.IsAnonymous && field.TellsWhere))
            .GroupBy(field => field.Group)
            .Select(group => new OfferSheetGroup(group.Key.Label(),
                [.. group.Select(field => new OfferSheetLine(field.Code, field.Label, field.Format(offer.Details[field.Code]), offer.Details[field.Code]))]))];
}
