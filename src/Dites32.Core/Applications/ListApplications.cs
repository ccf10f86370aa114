using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

public enum ApplicationSort { Oldest, Newest, DueFirst, Name }

/// <summary>The applications to an offer, or to the mission's pool, as a list: the board's data, filtered and sorted, by pages.</summary>
/// <param name="OfferId">Null for the pool, which only the mission sees.</param>
/// <param name="Words">As in <see cref="ApplicationSearch"/>.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListApplications(Guid? OfferId, Guid? StageId, bool LateOnly, string? Words, ApplicationSort Sort, int Page)
    : IQuery<Result<ApplicationList>>
{
    public const int PageSize = 50;
}

/// <param name="Stages">All of them, for the filter.</param>
/// <param name="Targets">The stages to which some application of this page may go; none when all have come to their end.</param>
public sealed record ApplicationList(
    Guid? OfferId, string Title, string? Reference, OfferStatus? Status, IReadOnlyList<StageChoice> Stages, IReadOnlyList<StageChoice> Targets, Page<ApplicationRow> Page);

public sealed record ApplicationRow(
    Guid Id, uint Version, string Name, CandidateStatus Status, string StageLabel, DateTimeOffset SubmittedAt, int DaysInStage,
    DateOnly? AnswerDueOn, int DaysLate, bool IsEmailConfirmed);

internal sealed class ListApplicationsHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ListApplications, Result<ApplicationList>>
{
    public async Task<Result<ApplicationList>> Handle(ListApplications query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).Where(o => o.Id == query.OfferId).Select(o => new { o.Title, o.Number, o.Status })
            .SingleOrDefaultAsync(cancellationToken);
        if (query.OfferId is null ? actor.PipelineRole() != PipelineRole.Mission : offer is null)
        {
            return OfferErrors.NotFound;
        }

        var today = clock.Today();
        var found = db.Applications.ManageableBy(db, actor).Where(a => a.OfferId == query.OfferId);
        found = query.OfferId is null ? found.MentioningAmongAll(db, query.Words) : found.Mentioning(query.Words);
        if (query.StageId is { } stageId)
        {
            found = found.Where(a => a.StageId == stageId);
        }

        if (query.LateOnly)
        {
            found = found.Where(a => a.AnswerDueOn < today);
        }

        var stages = await db.Stages.AsNoTracking().Where(s => s.OfferId == query.OfferId).OrderBy(s => s.Position).ToListAsync(cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + ListApplications.PageSize - 1) / ListApplications.PageSize));
        var rows = await Sorted(found, query.Sort)
            .Skip((int)Page<ApplicationRow>.Offset(number, ListApplications.PageSize)).Take(ListApplications.PageSize)
            .Select(a => new
            {
                a.Id,
                Version = EF.Property<uint>(a, "Version"),
                a.Candidate.Name,
                a.Candidate.Status,
                a.StageId,
                a.SubmittedAt,
                a.StageEnteredAt,
                a.AnswerDueOn,
                IsEmailConfirmed = a.EmailConfirmedAt != null,
            })
            .ToListAsync(cancellationToken);
        var (role, shown) = (actor.PipelineRole(), rows.Select(r => r.StageId).ToHashSet());
        return new ApplicationList(
            query.OfferId, offer?.Title ?? "Candidatures spontanées", offer is null ? null : Offer.ReferenceOf(offer.Number), offer?.Status,
            [.. stages.Select(s => new StageChoice(s.Id, s.Label, PipelineRules.NeedsAnswer(s.Category)))],
            [.. stages.Where(s => shown.Contains(s.Id)).SelectMany(s => StageChoices.From(s.Id, s.Category, stages, role)).DistinctBy(c => c.Id)
                .OrderBy(c => stages.FindIndex(s => s.Id == c.Id))],
            new Page<ApplicationRow>(
                [.. rows.Select(r => new ApplicationRow(
                    r.Id, r.Version, r.Name, r.Status, stages.Single(s => s.Id == r.StageId).Label, r.SubmittedAt,
                    today.DayNumber - r.StageEnteredAt.ParisDay().DayNumber, r.AnswerDueOn, BoardCards.LateBy(r.AnswerDueOn, today), r.IsEmailConfirmed))],
                number, ListApplications.PageSize, total));
    }

    private static IQueryable<Application> Sorted(IQueryable<Application> applications, ApplicationSort sort) => sort switch
    {
        ApplicationSort.Oldest => applications.OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id),
        ApplicationSort.Newest => applications.OrderByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id),
        ApplicationSort.DueFirst => applications.OrderBy(a => a.AnswerDueOn).ThenBy(a => a.SubmittedAt).ThenBy(a => a.Id),
        ApplicationSort.Name => applications.OrderBy(a => a.Candidate.Name).ThenBy(a => a.Id),
    };
}
