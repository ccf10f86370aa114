using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The announcements that wait for a decision, the oldest first.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListJobAnnouncements : IQuery<Result<ReceivedAnnouncements>>, IBehindTheWall
{
    public const int Most = 20;
}

/// <param name="Waiting">How many there are; the list shows the first of them.</param>
public sealed record ReceivedAnnouncements(IReadOnlyList<ReceivedAnnouncement> First, int Waiting);

public sealed record ReceivedAnnouncement(Guid Id, DateTimeOffset ReceivedAt, JobEmployerForm Employer, JobVacancyForm Vacancy);

internal sealed class ListJobAnnouncementsHandler(SpouseDbContext db) : IRequestHandler<ListJobAnnouncements, Result<ReceivedAnnouncements>>
{
    public async Task<Result<ReceivedAnnouncements>> Handle(ListJobAnnouncements query, CancellationToken cancellationToken)
    {
        var waiting = db.Announcements.AsNoTracking().Where(a => a.DecidedAt == null);
        var first = await waiting.OrderBy(a => a.ReceivedAt).ThenBy(a => a.Id).Take(ListJobAnnouncements.Most).ToListAsync(cancellationToken);
        return new ReceivedAnnouncements(
            [.. first.Select(a => new ReceivedAnnouncement(a.Id, a.ReceivedAt, a.EmployerForm, a.VacancyForm))], await waiting.CountAsync(cancellationToken));
    }
}
