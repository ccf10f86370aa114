using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The pipeline of an offer, or of the mission's pool: its columns, each with its count and its first cards, oldest first.</summary>
/// <param name="OfferId">Null for the pool, which only the mission sees.</param>
/// <param name="Unfolded">How many cards of a stage are wanted beyond the usual page.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetBoard(Guid? OfferId, IReadOnlyDictionary<Guid, int>? Unfolded = null) : IQuery<Result<Board>>
{
    public const int PageSize = 20;
    public const int MaxCards = 400;
}

public sealed record Board(Guid? OfferId, string Title, string? Reference, OfferStatus? Status, string? UrgencyReason, IReadOnlyList<BoardColumn> Columns)
{
    public bool IsEmpty => Columns.All(c => c.Count == 0);

    /// <summary>Some card may go somewhere.</summary>
    public bool CanMove => Columns.Any(c => c.Count > 0 && c.Moves.Count > 0);

    public BoardCard? Find(Guid cardId) => Columns.SelectMany(c => c.Cards).FirstOrDefault(c => c.Id == cardId);
}

/// <param name="Moves">Where its cards may go.</param>
public sealed record BoardColumn(
    Guid StageId, string Label, StageCategory Category, int Count, IReadOnlyList<StageChoice> Moves, IReadOnlyList<BoardCard> Cards);

/// <param name="NeedsAnswer">The move leads to the page of the answer.</param>
public sealed record StageChoice(Guid Id, string Label, bool NeedsAnswer);

/// <param name="DaysLate">Working or not, since the day an answer was due; 0 when none is late.</param>
public sealed record BoardCard(
    Guid Id, uint Version, Guid StageId, string Name, CandidateStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset StageEnteredAt,
    int DaysInStage, int DaysLate, bool IsEmailConfirmed, bool HasUndeliveredMail);

internal sealed class GetBoardHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetBoard, Result<Board>>
{
    public async Task<Result<Board>> Handle(GetBoard query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).Where(o => o.Id == query.OfferId)
            .Select(o => new { o.Title, o.Number, o.Status, o.UrgencyReason })
            .SingleOrDefaultAsync(cancellationToken);
        if (query.OfferId is null ? actor.PipelineRole() != PipelineRole.Mission : offer is null)
        {
            return OfferErrors.NotFound;
        }

        var stages = await db.Stages.AsNoTracking().Where(s => s.OfferId == query.OfferId).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var mine = db.Applications.ManageableBy(db, actor).Where(a => a.OfferId == query.OfferId);
        var counts = await mine.GroupBy(a => a.StageId).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);
        var stageIds = counts.Keys.ToList();

        // One page of each column in one query.
        var cards = await BoardCards.Of(db, db.Stages.Where(s => stageIds.Contains(s.Id))
            .SelectMany(s => mine.Where(a => a.StageId == s.Id).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).Take(GetBoard.PageSize)), clock, cancellationToken);
        foreach (var (stage, wanted) in query.Unfolded ?? new Dictionary<Guid, int>())
        {
            var rest = mine.Where(a => a.StageId == stage).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id)
                .Skip(GetBoard.PageSize).Take(Math.Clamp(wanted, 0, GetBoard.MaxCards) - GetBoard.PageSize);
            cards.AddRange(wanted > GetBoard.PageSize ? await BoardCards.Of(db, rest, clock, cancellationToken) : []);
        }

        var byStage = cards.ToLookup(c => c.StageId);
        return new Board(
            query.OfferId, offer?.Title ?? "Candidatures spontanées", offer is null ? null : Offer.ReferenceOf(offer.Number), offer?.Status, offer?.UrgencyReason,
            [.. stages.Select(s => new BoardColumn(
                s.Id, s.Label, s.Category, counts.GetValueOrDefault(s.Id), StageChoices.From(s.Id, s.Category, stages, actor.PipelineRole()), [.. byStage[s.Id]]))]);
    }
}

internal static class StageChoices
{
    public static IReadOnlyList<StageChoice> From(Guid stageId, StageCategory category, IEnumerable<Stage> stages, PipelineRole role) =>
        [.. stages.Where(s => s.Id != stageId && PipelineRules.Allows(category, s.Category, role))
            .OrderBy(s => s.Position)
            .Select(s => new StageChoice(s.Id, s.Label, PipelineRules.NeedsAnswer(s.Category)))];
}
