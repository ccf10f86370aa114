using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// What interns think of each placement, over all semesters, and of the housing: from five answers on, and then five more at a time.
/// Never who has answered, nor how many wait.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetOpinions : IQuery<Result<Opinions>>;

/// <param name="Housing">Null while there are fewer than five answers.</param>
public sealed record Opinions(IReadOnlyList<PlacementOpinions> Placements, HousingOpinions? Housing);

/// <param name="Marks">Null while there are fewer than five answers.</param>
public sealed record PlacementOpinions(Guid PlacementId, string Name, PlacementMarks? Marks);

/// <summary>Means of marks from 1 to 5.</summary>
/// <param name="Texts">In an order drawn at random.</param>
public sealed record PlacementMarks(int Answers, double Welcome, double Supervision, double Autonomy, double Workload, IReadOnlyList<string> Texts);

public sealed record HousingOpinions(int Answers, double Comfort, double Situation, IReadOnlyList<string> Texts);

internal sealed class GetOpinionsHandler(AppDbContext db) : IRequestHandler<GetOpinions, Result<Opinions>>
{
    public async Task<Result<Opinions>> Handle(GetOpinions query, CancellationToken cancellationToken)
    {
        var placements = await db.Placements.OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        var opinions = (await db.PlacementOpinions.AsNoTracking().Where(o => o.IsShown).OrderBy(o => o.Id).ToListAsync(cancellationToken)).ToLookup(o => o.PlacementId);
        var housing = await db.HousingOpinions.AsNoTracking().Where(o => o.IsShown).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        return new Opinions(
            placements.ConvertAll(p => new PlacementOpinions(p.Id, p.Name, MarksOf([.. opinions[p.Id]]))),
            housing.Count < PlacementOpinion.Batch ? null : new HousingOpinions(
                housing.Count, housing.Average(o => o.Comfort), housing.Average(o => o.Situation), [.. housing.Select(o => o.Text).OfType<string>()]));
    }

    private static PlacementMarks? MarksOf(IReadOnlyList<PlacementOpinion> opinions) => opinions.Count < PlacementOpinion.Batch ? null : new PlacementMarks(
        opinions.Count, opinions.Average(o => o.Welcome), opinions.Average(o => o.Supervision), opinions.Average(o => o.Autonomy), opinions.Average(o => o.Workload),
        [.. opinions.Select(o => o.Text).OfType<string>()]);
}
