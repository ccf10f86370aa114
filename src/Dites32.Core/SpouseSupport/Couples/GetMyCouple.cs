using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What a doctor sees of Dites32 à 2: their own proposal, and once both agree, what the partner shares with them.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyCouple : IQuery<Result<MyCouple>>, IBehindTheWall;

/// <param name="ProposedAt">Null: the doctor has proposed nothing, or a month has passed.</param>
/// <param name="Partner">Null while the two files are not linked, for whatever reason.</param>
public sealed record MyCouple(DateTimeOffset? ProposedAt, LinkedPartner? Partner);

/// <param name="Shared">Comparisons of two places, the last shared first.</param>
public sealed record LinkedPartner(string Name, DateTimeOffset Since, IReadOnlyList<SharedComparison> Shared);

public sealed record SharedComparison(Guid Id, string First, string Second, DateTimeOffset At);

internal sealed class GetMyCoupleHandler(SpouseDbContext db, Actor actor, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<GetMyCouple, Result<MyCouple>>
{
    public async Task<Result<MyCouple>> Handle(GetMyCouple query, CancellationToken cancellationToken)
    {
        var link = await db.CoupleLinks.OfDoctor(actor, clock.GetUtcNow()).SingleOrDefaultAsync(cancellationToken);
        if (link is not { PartnerAgreedAt: { } since, CaseId: { } caseId })
        {
            return new MyCouple(link?.DoctorAgreedAt, null);
        }

        var name = await db.Cases.Where(c => c.Id == caseId).Select(c => c.Name).SingleAsync(cancellationToken);
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        var shared = await db.Comparisons.Where(c => c.CaseId == caseId && c.SharedAt != null)
            .OrderByDescending(c => c.SharedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return new MyCouple(link.DoctorAgreedAt, new LinkedPartner(
            name, since, [.. shared.Select(c => new SharedComparison(c.Id, communes[c.First].Name, communes[c.Second].Name, c.SharedAt!.Value))]));
    }
}

internal static class CoupleQueries
{
    /// <summary>The proposal or the link of a doctor; a proposal lives a month.</summary>
    public static IQueryable<CoupleLink> OfDoctor(this IQueryable<CoupleLink> links, Actor actor, DateTimeOffset now)
    {
        var (me, oldest) = (actor.RequiredAccountId, now - CoupleLink.Patience);
        return links.Where(l => l.DoctorId == me && (l.PartnerAgreedAt != null || l.DoctorAgreedAt > oldest));
    }
}

/// <summary>What doctors propose to a partner.</summary>
internal sealed class CoupleProposals(SpouseDbContext db, Caseworkers people, TimeProvider clock)
{
    /// <summary>The link there is first; nothing of whoever has no account any more.</summary>
    public async Task<IReadOnlyList<CoupleProposal>> ToAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - CoupleLink.Patience;
        var links = await db.CoupleLinks.AsNoTracking().Where(l => l.CaseId == caseId && (l.PartnerAgreedAt != null || l.DoctorAgreedAt > oldest))
            .OrderByDescending(l => l.PartnerAgreedAt != null).ThenByDescending(l => l.DoctorAgreedAt).ToListAsync(cancellationToken);
        var doctors = await people.NamedAsync(links.Select(l => (Guid?)l.DoctorId), cancellationToken);
        return [.. links.Where(l => doctors.ContainsKey(l.DoctorId))
            .Select(l => new CoupleProposal(l.Id, l.DoctorName, doctors[l.DoctorId].Email, l.DoctorAgreedAt, l.PartnerAgreedAt))];
    }
}

/// <param name="DoctorEmail">Of their account: anybody can sign with a first name, and it tells who it is.</param>
/// <param name="LinkedAt">Null while the partner has not agreed.</param>
public sealed record CoupleProposal(Guid Id, string DoctorName, string DoctorEmail, DateTimeOffset At, DateTimeOffset? LinkedAt);
