using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Adds a note to a card, for colleagues; the person may read it on request (RGPD, art. 15). Sent again, it stays one note.
/// Words about health, family, origin, religion or opinions are shown to the author first (Labour Code, L. 1132-1).
/// </summary>
/// <param name="IsConfirmed">The author has seen the warning and keeps the words.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record AddNote(Guid ApplicationId, Guid SubmissionId, string Text, bool IsConfirmed = false) : ICommand<Result>, ISubmission, IAbout
{
    /// <summary>The code of the warning, by which the page asks for a confirmation.</summary>
    public const string PrivateWordsCode = "application.private-words";

    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class AddNoteValidator : AbstractValidator<AddNote>
{
    public AddNoteValidator() =>
        RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez la note avant de l'ajouter.")
            .MaximumLength(ApplicationNote.MaxLength).WithMessage($"{ApplicationNote.MaxLength}\u00a0caractères au plus.");
}

internal sealed class AddNoteHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AddNote, Result>
{
    public async Task<Result> Handle(AddNote command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.ManageableBy(db, actor).SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        var first = await db.ApplicationNotes.AsNoTracking().SingleOrDefaultAsync(n => n.SubmissionId == command.SubmissionId, cancellationToken);
        if (first is not null)
        {
            return first.ApplicationId == application.Id && first.AuthorId == actor.AccountId ? Result.Success : SharedErrors.PageTooOld;
        }

        if (application.ErasedAt is not null)
        {
            return ApplicationErrors.Erased;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!command.IsConfirmed && NoteWords.In(command.Text) is { Count: > 0 } found)
        {
            return ApplicationErrors.PrivateWords(found);
        }

        var now = clock.GetUtcNow();
        db.Add(new ApplicationNote(application.Id, actor.RequiredAccountId, command.Text, command.SubmissionId, now));
        application.Log(ApplicationEventKind.NoteAdded, actor.AccountId, now);
        return Result.Success;
    }
}
