using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The form of an offer as it stands, with its choices. Errors: offer.not-found, offer.ended.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetOfferForm(Guid OfferId) : IQuery<Result<OfferFormSheet>>;

/// <summary>An empty form for this kind and this site. Errors: offer.choose-kind, site-not-found, offer.site-closed.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetNewOfferForm(OfferKind? Kind, Guid? SiteId) : IQuery<Result<OfferFormSheet>>;

/// <summary>All that the form of an offer shows.</summary>
/// <param name="AsksForCdg">A public employer's post: the declaration of its vacancy is asked for.</param>
public sealed record OfferFormSheet(
    OfferKind Kind, string SiteName, string OrganisationName, bool AsksForCdg, OfferForm Form,
    IReadOnlyList<OfferReferent> Referents, Catalogue Catalogue, OfferStatus Status, string? Reference, uint Version);

public sealed record OfferReferent(Guid Id, string Name);

internal sealed class GetOfferFormHandler(AppDbContext db, CatalogueCache catalogues, Actor actor, TimeProvider clock)
    : IRequestHandler<GetOfferForm, Result<OfferFormSheet>>, IRequestHandler<GetNewOfferForm, Result<OfferFormSheet>>
{
    public async Task<Result<OfferFormSheet>> Handle(GetOfferForm query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.MayBeEdited.Error is { } ended)
        {
            return ended;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var site = await db.OfferSiteAsync(offer.SiteId, cancellationToken);
        return new OfferFormSheet(
            offer.Kind, site.Name, site.OrganisationName, offer.Kind.AsksForCdg(site.IsPublicEmployer),
            OfferForm.Of(offer, catalogue.Communes[offer.InseeCode].Label), await ReferentsAsync(site.Id, offer.ReferentId, cancellationToken),
            catalogue, offer.Status, offer.Reference, db.VersionOf(offer));
    }

    public async Task<Result<OfferFormSheet>> Handle(GetNewOfferForm query, CancellationToken cancellationToken)
    {
        if (query.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            return OfferErrors.ChooseKind;
        }

        var sites = db.Sites.ManageableBy(db, actor).Where(s => s.Id == query.SiteId);
        if (await db.OfferSitesAmong(sites).SingleOrDefaultAsync(cancellationToken) is not { } site)
        {
            return TerritoryErrors.SiteNotFound;
        }

        if (site.Status == SiteStatus.Closed)
        {
            return OfferErrors.SiteClosed;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var form = new OfferForm
        {
            Commune = catalogue.Communes[site.InseeCode].Label,
            ClosesOn = kind.HasDateRanges() ? null : clock.Today().AddDays(Offer.UsualDaysOnline).ForMachines(),
            Referent = actor.RequiredAccountId.ToString(),
            Anonymous = "non",
        };
        return new OfferFormSheet(
            kind, site.Name, site.OrganisationName, kind.AsksForCdg(site.IsPublicEmployer), form,
            await ReferentsAsync(site.Id, null, cancellationToken), catalogue, OfferStatus.Draft, null, 0);
    }

    private async Task<IReadOnlyList<OfferReferent>> ReferentsAsync(Guid siteId, Guid? present, CancellationToken cancellationToken) =>
        await db.ReferentsFor(siteId, actor.RequiredAccountId, present)
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new OfferReferent(u.Id, u.DisplayName))
            .ToListAsync(cancellationToken);
}
