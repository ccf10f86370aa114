using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// Each morning: calls an event to the mind of those who come, once, three days before or as soon as it may, and gives the places of those whose file was
/// erased to whoever waits. Running twice writes one mail.
/// </summary>
[AllowSystem]
public sealed record TendEvents : ICommand<Result>, IRunsAgain, IByStatements
{
    public const int ReminderDays = 3;
}

internal sealed class TendEventsHandler(AppDbContext db, EventPlaces places, EventMails mails, TimeProvider clock) : IRequestHandler<TendEvents, Result>
{
    public async Task<Result> Handle(TendEvents command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await db.SemesterEvents.Where(e => e.State == SemesterEventState.Announced && e.StartsAt > now).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (await places.LockAsync(id, cancellationToken) is not { } coming || !coming.IsOpen(now))
            {
                continue;
            }

            await places.FillAsync(coming, cancellationToken);
            if (EventPlaces.IsTooLateToRemind(coming, now))
            {
                var due = (await places.AtAsync(id, cancellationToken)).FindAll(r => r.Place == EventPlace.Registered && r.RemindedAt is null);
                due.ForEach(r => r.Reminded(now));
                await mails.WriteAsync(EventNews.Reminder, coming, due, cancellationToken);
            }
        }

        return Result.Success;
    }
}
