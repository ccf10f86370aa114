using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What a recruiter has to do today: late answers first, then what is new, then their offers.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetRecruiterHome : IQuery<Result<RecruiterHome>>
{
    public const int MaxRows = 10;
    public const int DaysBeforeClosing = 14;
}

/// <param name="PoolCount">Spontaneous applications that await an answer; null for whoever does not see the pool.</param>
public sealed record RecruiterHome(
    int LateCount, IReadOnlyList<HomeRow> Late, int NewCount, IReadOnlyList<HomeRow> New, IReadOnlyList<HomeOffer> Offers, int OfferCount, int? PoolCount);

public sealed record HomeRow(Guid Id, string Name, string Title, string StageLabel, DateTimeOffset SubmittedAt, int DaysLate);

/// <param name="AwaitingCount">Applications that still await an answer.</param>
public sealed record HomeOffer(Guid Id, string Title, string Reference, OfferStatus Status, DateOnly ClosesOn, bool ClosesSoon, int AwaitingCount, int LateCount);

internal sealed class GetRecruiterHomeHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetRecruiterHome, Result<RecruiterHome>>
{
    public async Task<Result<RecruiterHome>> Handle(GetRecruiterHome query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var soon = today.AddDays(GetRecruiterHome.DaysBeforeClosing);
        var mine = db.Applications.ManageableBy(db, actor);
        var late = mine.Where(a => a.AnswerDueOn < today);
        var arrived = mine.Where(a => a.Category == StageCategory.Received);
        var live = db.Offers.ManageableBy(db, actor).Where(o => o.Status == OfferStatus.Published || o.Status == OfferStatus.Expired);
        var offers = await live.OrderBy(o => o.ClosesOn).ThenBy(o => o.Id).Take(2 * GetRecruiterHome.MaxRows)
            .Select(o => new HomeOffer(
                o.Id, o.Title, Offer.ReferenceOf(o.Number), o.Status, o.ClosesOn, o.Status == OfferStatus.Published && o.ClosesOn <= soon,
                mine.Count(a => a.OfferId == o.Id && a.DecidedAt == null), mine.Count(a => a.OfferId == o.Id && a.AnswerDueOn < today)))
            .ToListAsync(cancellationToken);
        return new RecruiterHome(
            await late.CountAsync(cancellationToken), await RowsAsync(late.OrderBy(a => a.AnswerDueOn).ThenBy(a => a.Id), today, cancellationToken),
            await arrived.CountAsync(cancellationToken), await RowsAsync(arrived.OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id), today, cancellationToken),
            offers, await live.CountAsync(cancellationToken),
            actor.PipelineRole() == PipelineRole.Mission ? await mine.CountAsync(a => a.OfferId == null && a.DecidedAt == null, cancellationToken) : null);
    }

    private async Task<IReadOnlyList<HomeRow>> RowsAsync(IQueryable<Application> applications, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await applications.Take(GetRecruiterHome.MaxRows)
            .Select(a => new
            {
                a.Id,
                a.Candidate.Name,
                Title = a.Offer == null ? "Candidature spontanée" : a.Offer.Title,
                Stage = db.Stages.Single(s => s.Id == a.StageId).Label,
                a.SubmittedAt,
                a.AnswerDueOn,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new HomeRow(r.Id, r.Name, r.Title, r.Stage, r.SubmittedAt, BoardCards.LateBy(r.AnswerDueOn, today)))];
    }
}
