using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>Where an offer stands and what its recruiter may do next. Errors: offer.not-found.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetOfferWorkspace(Guid OfferId) : IQuery<Result<OfferWorkspace>>;

/// <param name="Missing">What a draft lacks before it may be published.</param>
/// <param name="MayPublishAlone">Publishing puts it on line at once; otherwise the mission reads it first.</param>
/// <param name="MayModerate">The actor is the one who reads it.</param>
/// <param name="History">Newest first.</param>
public sealed record OfferWorkspace(
    Guid Id, int Number, string Slug, string Title, OfferKind Kind, OfferStatus Status, uint Version, string SiteName, bool IsAnonymous,
    string ReferentName, DateOnly ClosesOn, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, bool IsOpen,
    IReadOnlyList<string> Missing, bool MayPublishAlone, bool MayModerate, IReadOnlyList<OfferChange> History)
{
    public string Reference => OfferReference.Of(Number);

    /// <summary>Null while nobody else may read it.</summary>
    public string? PublicPath => PublishedAt is null ? null : OfferReference.PathOf(Number, Slug);
}

internal sealed class GetOfferWorkspaceHandler(AppDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<GetOfferWorkspace, Result<OfferWorkspace>>
{
    private const int MaxHistory = 200;

    public async Task<Result<OfferWorkspace>> Handle(GetOfferWorkspace query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var site = await db.OfferSiteAsync(offer.SiteId, cancellationToken);
        var isMission = actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator);
        var missing = offer.Status == OfferStatus.Draft
            ? offer.AsText().MissingToPublish(offer.Kind, site.IsPublicEmployer).Values.Distinct().ToList()
            : [];
        if (offer.Status == OfferStatus.Draft && offer.ClosesOn < clock.Today())
        {
            missing.Add(OfferErrors.AlreadyPast.Message);
        }

        return new OfferWorkspace(
            offer.Id, offer.Number, offer.Slug, offer.Title, offer.Kind, offer.Status, db.VersionOf(offer), site.Name, offer.IsAnonymous,
            (await db.ContactAsync(offer.ReferentId, cancellationToken)).Name, offer.ClosesOn, offer.CreatedAt, offer.PublishedAt,
            offer.IsOpen(clock.Today()), missing, site.IsTrusted || isMission, isMission && offer.Status == OfferStatus.ToModerate,
            await db.ChangesOf(offer.Id).Take(MaxHistory).ToListAsync(cancellationToken));
    }
}
