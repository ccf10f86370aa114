using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Writes the text of a semester's welcome mail. Nothing is sent. Errors: semester.not-found, invalid, changed-meanwhile.</summary>
/// <param name="Version">Of the text as the coordinator saw it; 0 before there was one.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record WriteWelcome(Guid SemesterId, uint Version, string? Text) : ICommand<Result>, IVersioned;

/// <summary>
/// Sends the welcome mail to those of the recipients that were seen who have not had it: once per intern and semester, however many
/// coordinators press. It tells them that their file is kept. Answers how many mails were written; none is a success.
/// Errors: welcome.not-written, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the text as it was previewed.</param>
/// <param name="SeenIds">The recipients that were shown.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SendWelcome(Guid SemesterId, uint Version, IReadOnlyList<Guid> SeenIds) : ICommand<Result<int>>, IVersioned;

public static class WelcomeErrors
{
    public static readonly Error NotWritten = new(ErrorKind.Conflict, "welcome.not-written", "Écrivez d'abord le message, et regardez-le.");
}

internal sealed class SendWelcomeHandler(AppDbContext db, WelcomeMails mails, Outbox outbox, TimeProvider clock)
    : IRequestHandler<WriteWelcome, Result>, IRequestHandler<SendWelcome, Result<int>>
{
    public async Task<Result> Handle(WriteWelcome command, CancellationToken cancellationToken)
    {
        if (!await db.Semesters.AnyAsync(s => s.Id == command.SemesterId, cancellationToken))
        {
            return SemesterErrors.NotFound;
        }

        var errors = new FieldErrors();
        var text = errors.Text(nameof(command.Text), command.Text, WelcomeTemplate.MaxLength);
        errors.Require(text.Length > 0, nameof(command.Text), "Écrivez le message.");
        var unknown = WelcomeTemplate.Unknown(text);
        errors.Require(unknown.Count == 0, nameof(command.Text), $"Rien ne remplace {string.Join(", ", unknown)}\u00a0: les repères sont {string.Join(", ", WelcomeTemplate.Places)}.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var known = await db.SemesterWelcomes.SingleOrDefaultAsync(w => w.SemesterId == command.SemesterId, cancellationToken);
        if (known?.Text == text)
        {
            return Result.Success; // the same click again
        }

        if (VersionOf(known) != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        if (known is null)
        {
            db.Add(SemesterWelcome.Of(command.SemesterId, text));
        }
        else
        {
            known.Correct(text);
        }

        return Result.Success;
    }

    public async Task<Result<int>> Handle(SendWelcome command, CancellationToken cancellationToken)
    {
        if (await db.SemesterWelcomes.SingleOrDefaultAsync(w => w.SemesterId == command.SemesterId, cancellationToken) is not { } welcome)
        {
            return WelcomeErrors.NotWritten;
        }

        if (VersionOf(welcome) != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var interns = await db.ToWelcome(command.SemesterId).Where(i => command.SeenIds.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (intern, mail) in interns.Zip(await mails.ToAsync(command.SemesterId, welcome.Text, interns, isPreview: false, cancellationToken)))
        {
            db.Add(WelcomeSent.Of(command.SemesterId, intern.Id, now));
            outbox.Write(mail);
            intern.Told(now);
        }

        return interns.Count;
    }

    private uint VersionOf(SemesterWelcome? welcome) => welcome is null ? 0 : db.Entry(welcome).Property<uint>("Version").CurrentValue;
}
