using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Statistics;

/// <summary>
/// How many people Dites32 à 2 has accompanied, from the one view behind the wall that the portal may read (ADR-0016). No
/// errors.
/// </summary>
[AllowEveryone]
public sealed record CountAccompanied : IQuery<Result<Accompanied>>
{
    /// <summary>The number goes up by so many at a time, so that nobody is seen to come or to go.</summary>
    public const int Step = 5;
}

/// <param name="AtLeast">Null for fewer than five, or none.</param>
/// <param name="Before">Counted are those who agreed before this day.</param>
public sealed record Accompanied(int? AtLeast, DateOnly? Before);

internal sealed class CountAccompaniedHandler(AppDbContext db) : IRequestHandler<CountAccompanied, Result<Accompanied>>
{
    public async Task<Result<Accompanied>> Handle(CountAccompanied query, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>($"SELECT people, before FROM spouse.accompanied").ToListAsync(cancellationToken);
        return rows.Count == 0
            ? new Accompanied(null, null)
            : new Accompanied((int)(rows.Sum(r => r.People) / CountAccompanied.Step * CountAccompanied.Step), rows[0].Before);
    }

    private sealed record Row(
        [property: System.ComponentModel.DataAnnotations.Schema.Column("people")] long People,
        [property: System.ComponentModel.DataAnnotations.Schema.Column("before")] DateOnly Before);
}
