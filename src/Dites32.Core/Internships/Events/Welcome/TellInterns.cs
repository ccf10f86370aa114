using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// Each night: tells every intern whose file is a week old, and whom nobody has told, that it is kept (article 14 of the GDPR, which
/// leaves a month). Running twice writes one mail.
/// </summary>
[AllowSystem]
public sealed record TellInterns : ICommand<Result>, IRunsAgain
{
    public const int Days = 7;
}

internal sealed class TellInternsHandler(AppDbContext db, WelcomeMails mails, SemesterContacts contacts, Outbox outbox, TimeProvider clock) : IRequestHandler<TellInterns, Result>
{
    public async Task<Result> Handle(TellInterns command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-TellInterns.Days);
        var interns = await db.Interns.Where(i => i.ToldAt == null && i.ContactStoppedAt == null && i.AddedAt < before).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        foreach (var intern in interns)
        {
            var semester = await db.SemestersWith(intern.Id).OrderByDescending(s => s.StartsOn).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
            outbox.Write(mails.Notice(intern, await contacts.OfAsync(semester, cancellationToken)));
            intern.Told(now);
        }

        return Result.Success;
    }
}
