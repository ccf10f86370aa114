using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// An offer as a visitor reads it. What an anonymous offer hides is not in it at all, so that no page can show it:
/// the site, its organisation, the commune, the person to call, the photos, and the answers that would tell where it is.
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

    /// <summary>None for an anonymous offer: they would tell where it is.</summary>
    public IReadOnlyList<OfferPhoto> Photos { get; init; } = [];

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
    /// <summary>In one statement, compiled: the sheet is a page that most visitors open. The contact is that of <see cref="OfferContacts.ContactOnAsync"/>.</summary>
    private static readonly Func<AppDbContext, Guid, Guid, DateOnly, CancellationToken, Task<PeopleBehind>> Behind = EF.CompileAsyncQuery(
        (AppDbContext db, Guid siteId, Guid referentId, DateOnly today, CancellationToken stop) =>
            (from site in db.Sites
             join organisation in db.Organisations on site.OrganisationId equals organisation.Id
             where site.Id == siteId
             select new PeopleBehind(
                 site.Name, site.Kind, organisation.Name,
                 db.Users.Where(u => u.Id == (db.Absences
                         .Where(a => a.AccountId == referentId && a.From <= today && today <= a.To)
                         .OrderByDescending(a => a.Id).Select(a => (Guid?)a.DeputyId).FirstOrDefault() ?? referentId))
                     .Select(u => u.DisplayName).First())).Single());

    private sealed record PeopleBehind(string Site, StructureKind Kind, string Organisation, string Contact);

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

        var people = await Behind(db, offer.SiteId, offer.ReferentId, today, cancellationToken);
        return sheet with
        {
            SiteName = people.Site,
            SiteKind = people.Kind,
            OrganisationName = people.Organisation,
            Commune = catalogue.Communes[offer.InseeCode],
            ContactName = people.Contact,
            ContactPhone = offer.ContactPhone,
            ContactEmail = null,
            Photos = offer.Photos,
        };
    }

    private static List<OfferSheetGroup> GroupsOf(Offer offer) =>
        [.. OfferFields.Of(offer.Kind)
            .Where(field => offer.Details.ContainsKey(field.Code) && !(offer.IsAnonymous && field.TellsWhere))
            .GroupBy(field => field.Group)
            .Select(group => new OfferSheetGroup(group.Key.Label(),
                [.. group.Select(field => new OfferSheetLine(field.Code, field.Label, field.Format(offer.Details[field.Code]), offer.Details[field.Code]))]))];
}
