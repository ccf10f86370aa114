using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A comparison of the partner whose space is open. Errors: spouse.session-over, spouse.comparison-not-found.</summary>
[AllowSpouse]
public sealed record GetMyComparison(Guid ComparisonId) : IQuery<Result<MyComparison>>, IBehindTheWall;

/// <param name="DoctorName">With whom it can be shared; null while no file is linked.</param>
public sealed record MyComparison(Comparison Comparison, string? DoctorName);

/// <summary>
/// A comparison that the partner shares with the doctor who asks, while their files are linked. Errors:
/// spouse.comparison-not-found, also for one that is not shared.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record GetSharedComparison(Guid ComparisonId) : IQuery<Result<Comparison>>, IBehindTheWall;

internal sealed class GetComparisonHandler(SpouseDbContext db, Actor actor, ComparisonReader reader, TimeProvider clock)
    : IRequestHandler<GetMyComparison, Result<MyComparison>>, IRequestHandler<GetSharedComparison, Result<Comparison>>
{
    public async Task<Result<MyComparison>> Handle(GetMyComparison query, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (await db.Comparisons.SingleOrDefaultAsync(c => c.Id == query.ComparisonId && c.CaseId == file.Id, cancellationToken) is not { } comparison)
        {
            return SpouseErrors.ComparisonNotFound;
        }

        var linked = await db.CoupleLinks.SingleOrDefaultAsync(l => l.CaseId == file.Id && l.PartnerAgreedAt != null, cancellationToken);
        return new MyComparison(await reader.ReadAsync(comparison, forPartner: true, cancellationToken), linked?.DoctorName);
    }

    public async Task<Result<Comparison>> Handle(GetSharedComparison query, CancellationToken cancellationToken)
    {
        var links = db.CoupleLinks.OfDoctor(actor, clock.GetUtcNow()).Where(l => l.PartnerAgreedAt != null);
        var comparison = await db.Comparisons.SingleOrDefaultAsync(
            c => c.Id == query.ComparisonId && c.SharedAt != null && links.Any(l => l.CaseId == c.CaseId), cancellationToken);
        return comparison is null ? SpouseErrors.ComparisonNotFound : await reader.ReadAsync(comparison, forPartner: false, cancellationToken);
    }
}
