using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>The welcome mail of a semester: its text, as it will be for one intern, and who is to receive it. Errors: semester.not-found.</summary>
/// <param name="PreviewFor">Null, or an intern who is not placed there: the first of those who are.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetWelcome(Guid SemesterId, Guid? PreviewFor) : IQuery<Result<WelcomeFile>>;

/// <param name="Text">The proposed one until somebody has written another.</param>
/// <param name="Version">Of the written text; 0 before there is one.</param>
/// <param name="Preview">Null before the text is written, and while nobody is placed.</param>
/// <param name="Stopped">Placed there, and receiving no mail of the programme any more.</param>
public sealed record WelcomeFile(
    Guid SemesterId, DateOnly SemesterStartsOn, string Text, uint Version, IReadOnlyList<WelcomeRecipient> Recipients, IReadOnlyList<WelcomeRecipient> Placed,
    IReadOnlyList<(string Name, DateTimeOffset At)> Sent, int Stopped, WelcomePreview? Preview)
{
    public bool IsWritten => Version != 0;
}

public sealed record WelcomeRecipient(Guid Id, string Name);

public sealed record WelcomePreview(Guid InternId, string Name, string Subject, string Body);

internal sealed class GetWelcomeHandler(AppDbContext db, WelcomeMails mails) : IRequestHandler<GetWelcome, Result<WelcomeFile>>
{
    public async Task<Result<WelcomeFile>> Handle(GetWelcome query, CancellationToken cancellationToken)
    {
        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == query.SemesterId, cancellationToken) is not { } semester)
        {
            return SemesterErrors.NotFound;
        }

        var written = await db.SemesterWelcomes.SingleOrDefaultAsync(w => w.SemesterId == semester.Id, cancellationToken);
        var recipients = await Ordered(db.ToWelcome(semester.Id)).ToListAsync(cancellationToken);
        var placed = await Ordered(db.Interns.Where(i => db.Assignments.Any(a => a.SemesterId == semester.Id && a.InternId == i.Id && a.PlacementId != null)))
            .ToListAsync(cancellationToken);
        var sent = await (
            from w in db.WelcomesSent
            join i in db.Interns on w.InternId equals i.Id
            where w.SemesterId == semester.Id
            orderby w.SentAt descending, i.Name
            select new { i.Name, w.SentAt }).ToListAsync(cancellationToken);
        var stopped = await db.Interns.CountAsync(
            i => i.ContactStoppedAt != null && db.Assignments.Any(a => a.SemesterId == semester.Id && a.InternId == i.Id && a.PlacementId != null), cancellationToken);
        return new WelcomeFile(
            semester.Id, semester.StartsOn, written?.Text ?? WelcomeTemplate.Proposed, written is null ? 0 : db.Entry(written).Property<uint>("Version").CurrentValue,
            recipients, placed, [.. sent.Select(s => (s.Name, s.SentAt))], stopped,
            await PreviewAsync(semester, written, placed.Find(p => p.Id == query.PreviewFor) ?? recipients.FirstOrDefault() ?? placed.FirstOrDefault(), cancellationToken));
    }

    private async Task<WelcomePreview?> PreviewAsync(Semester semester, SemesterWelcome? written, WelcomeRecipient? shown, CancellationToken cancellationToken)
    {
        if (written is null || shown is null)
        {
            return null;
        }

        var mail = (await mails.ToAsync(semester.Id, written.Text, [await db.Interns.SingleAsync(i => i.Id == shown.Id, cancellationToken)], isPreview: true, cancellationToken)).Single();
        return new WelcomePreview(shown.Id, shown.Name, mail.Subject, mail.Body);
    }

    private static IQueryable<WelcomeRecipient> Ordered(IQueryable<Intern> interns) =>
        interns.OrderBy(i => i.Name).ThenBy(i => i.Id).Select(i => new WelcomeRecipient(i.Id, i.Name));
}
