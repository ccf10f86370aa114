using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The applications joined to one's account, the newest first, each as its follow-up page shows it. No errors.</summary>
[AllowAccounts]
public sealed record ListMyApplications : IQuery<Result<IReadOnlyList<MyApplication>>>;

/// <param name="Title">Null for a spontaneous application.</param>
/// <param name="AnswerDueOn">Null where no answer is awaited.</param>
public sealed record MyApplication(
    Guid Id, string? Reference, string? Title, StageCategory Category, DateTimeOffset SubmittedAt, DateOnly? AnswerDueOn, bool IsLate);

internal sealed class ListMyApplicationsHandler(AppDbContext db, Actor actor, Outbox outbox, TimeProvider clock)
    : IRequestHandler<ListMyApplications, Result<IReadOnlyList<MyApplication>>>
{
    public async Task<Result<IReadOnlyList<MyApplication>>> Handle(ListMyApplications query, CancellationToken cancellationToken)
    {
        var (now, today, mine) = (clock.GetUtcNow(), clock.Today(), new List<MyApplication>());
        var applications = await db.Applications.AsNoTracking().Include(a => a.Offer).Where(a => a.AccountId == actor.RequiredAccountId)
            .OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var application in applications)
        {
            var shown = application.ShownCategory(now, await outbox.IsHeldAsync(application.WaitingEmailId, cancellationToken));
            mine.Add(new MyApplication(
                application.Id, application.Offer?.Reference, application.Offer?.Title, shown, application.SubmittedAt,
                shown.AwaitsAnswer() ? application.AnswerDueOn : null, shown.AwaitsAnswer() && application.IsLate(today)));
        }

        return mine;
    }
}
