using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Adds a note to a file, for caseworkers; the person may read it on request (RGPD, art. 15). Sent again, it stays one note.
/// Errors: spouse.not-found, spouse.no-consent.
/// </summary>
/// <param name="Spoke">The caseworker and the person have spoken: the term of two years starts again.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record AddSpouseNote(Guid CaseId, Guid SubmissionId, string Text, bool Spoke) : ICommand<Result>, IBehindTheWall, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class AddSpouseNoteValidator : AbstractValidator<AddSpouseNote>
{
    public AddSpouseNoteValidator() =>
        RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez la note avant de l'ajouter.")
            .MaximumLength(SpouseNote.MaxLength).WithMessage($"{SpouseNote.MaxLength}\u00a0caractères au plus.");
}

internal sealed class AddSpouseNoteHandler(SpouseDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AddSpouseNote, Result>
{
    public async Task<Result> Handle(AddSpouseNote command, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == command.SubmissionId, cancellationToken) is { } sent)
        {
            return sent.CaseId == file.Id && sent.AuthorId == actor.AccountId ? Result.Success : SharedErrors.PageTooOld;
        }

        if (file.ConsentedAt is null)
        {
            return SpouseErrors.NoConsent;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        db.Add(new SpouseNote(command.SubmissionId, file.Id, me, PlainText.Clean(command.Text), now));
        db.Add(new SpouseEvent(file.Id, SpouseEventKind.NoteAdded, me, now));
        if (command.Spoke)
        {
            file.Spoke(me, now);
        }

        return Result.Success;
    }
}
