using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// What the next night would do to the files of partners (à blanc), for the data protection officer: counts of five or more,
/// of people who are in none of the others, and never a name. No errors.
/// </summary>
[AllowRoles(Role.DataProtectionOfficer)]
public sealed record GetSpouseRetention : IQuery<Result<SpouseRetentionOverview>>, IBehindTheWall
{
    /// <summary>Fewer might lead to somebody.</summary>
    public const int Fewest = 5;
}

/// <param name="Months">After the last contact; null when a setting is missing or wrong, and nothing is erased.</param>
/// <param name="NoticeDays">Between the mail to the person and the erasure; null as well.</param>
/// <param name="ToErase">Null for zero to four, as the others.</param>
/// <param name="Announced">Told, and whose day has not come.</param>
public sealed record SpouseRetentionOverview(int? Months, int? NoticeDays, int? ToErase, int? Announced, int? ToAnnounce);

internal sealed class GetSpouseRetentionHandler(SpouseDbContext db, SpouseTerms terms, TimeProvider clock)
    : IRequestHandler<GetSpouseRetention, Result<SpouseRetentionOverview>>
{
    public async Task<Result<SpouseRetentionOverview>> Handle(GetSpouseRetention query, CancellationToken cancellationToken)
    {
        if (terms is not { Months: { } months, NoticeDays: { } days })
        {
            return new SpouseRetentionOverview(null, null, null, null, null);
        }

        var today = clock.Today();
        return new SpouseRetentionOverview(
            months, days,
            await CountAsync(db.Cases.ToErase(today), cancellationToken),
            await CountAsync(db.Cases.Announced(today), cancellationToken),
            await CountAsync(db.Cases.ToAnnounce(months, days, clock.GetUtcNow()), cancellationToken));
    }

    private static async Task<int?> CountAsync(IQueryable<SpouseCase> files, CancellationToken cancellationToken) =>
        await files.CountAsync(cancellationToken) is >= GetSpouseRetention.Fewest and var count ? count : null;
}
