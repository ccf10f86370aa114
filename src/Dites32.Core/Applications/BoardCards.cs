using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What a card shows, wherever cards are listed.</summary>
internal static class BoardCards
{
    public static async Task<List<BoardCard>> Of(
        AppDbContext db, IQueryable<Application> applications, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = await applications
            .Select(a => new
            {
                a.Id,
                Version = EF.Property<uint>(a, "Version"),
                a.StageId,
                a.Candidate.Name,
                a.Candidate.Status,
                a.SubmittedAt,
                a.StageEnteredAt,
                a.AnswerDueOn,
                IsEmailConfirmed = a.EmailConfirmedAt != null,
                HasUndeliveredMail = db.OutboxEmails.Any(e => e.AboutId == a.Id && e.DeadAt != null && e.ToAddress == a.Candidate.Email),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Select(r => new BoardCard(
            r.Id, r.Version, r.StageId, r.Name, r.Status, r.SubmittedAt, r.StageEnteredAt,
            today.DayNumber - r.StageEnteredAt.ParisDay().DayNumber, LateBy(r.AnswerDueOn, today), r.IsEmailConfirmed, r.HasUndeliveredMail))];
    }

    public static int LateBy(DateOnly? due, DateOnly today) => due is { } day && day < today ? today.DayNumber - day.DayNumber : 0;
}
