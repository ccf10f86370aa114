using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>What somebody who leaves is the contact of, and who may take it over. Errors: account-not-found.</summary>
[AllowRoles(Role.Administrator)]
public sealed record GetHandOver(Guid AccountId) : IQuery<Result<HandOverSheet>>;

/// <param name="EndedCount">Offers filled or withdrawn, whose candidates may still write.</param>
/// <param name="AbsenceCount">Absences to come, of the person or for which they stand in.</param>
public sealed record HandOverSheet(
    string DisplayName, IReadOnlyList<HandOverOffer> Offers, int EndedCount, int AbsenceCount, IReadOnlyList<OfferReferent> Colleagues);

public sealed record HandOverOffer(Guid Id, string Reference, string Title, string SiteName, OfferStatus Status);

internal sealed class GetHandOverHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<GetHandOver, Result<HandOverSheet>>
{
    public async Task<Result<HandOverSheet>> Handle(GetHandOver query, CancellationToken cancellationToken)
    {
        if (await db.FindContactAsync(query.AccountId, cancellationToken) is not { } leaver)
        {
            return AccountErrors.NotFound;
        }

        var today = clock.Today();
        var offers = db.Offers.Where(o => o.ReferentId == leaver.Id);
        var open = offers.Where(o => o.Status != OfferStatus.Filled && o.Status != OfferStatus.Withdrawn);
        var rows = await open.OrderBy(o => o.Number)
            .Join(db.Sites, o => o.SiteId, s => s.Id, (o, s) => new { o.Id, o.Number, o.Title, Site = s.Name, o.Status })
            .ToListAsync(cancellationToken);
        return new HandOverSheet(
            leaver.DisplayName,
            [.. rows.Select(o => new HandOverOffer(o.Id, OfferReference.Of(o.Number), o.Title, o.Site, o.Status))],
            await offers.CountAsync(cancellationToken) - rows.Count,
            await db.Absences.CountAsync(a => (a.AccountId == leaver.Id || a.DeputyId == leaver.Id) && a.To >= today, cancellationToken),
            await db.HeirsOf(leaver.Id).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
                .Select(u => new OfferReferent(u.Id, u.DisplayName)).ToListAsync(cancellationToken));
    }
}
