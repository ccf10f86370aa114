using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Writes down what is known of a commune's schools and housing, for all who compare it; emptied, the note goes. Errors:
/// spouse.commune-not-found, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the note as the caseworker saw it; 0 while there is none.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record WriteCommuneNote(string InseeCode, uint Version, string Schools, string Housing) : ICommand<Result>, IBehindTheWall, IVersioned;

internal sealed class WriteCommuneNoteHandler(SpouseDbContext db, Actor actor, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<WriteCommuneNote, Result>
{
    public async Task<Result> Handle(WriteCommuneNote command, CancellationToken cancellationToken)
    {
        if (!(await catalogues.GetAsync(cancellationToken)).Communes.ContainsKey(command.InseeCode))
        {
            return SpouseErrors.CommuneNotFound;
        }

        var note = await db.CommuneNotes.SingleOrDefaultAsync(n => n.InseeCode == command.InseeCode, cancellationToken);
        if ((note is null ? 0 : db.Entry(note).Property<uint>("Version").CurrentValue) != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var errors = new FieldErrors();
        var schools = errors.Text(nameof(command.Schools), command.Schools, CommuneNote.MaxLength);
        var housing = errors.Text(nameof(command.Housing), command.Housing, CommuneNote.MaxLength);
        if (errors.Error is { } error)
        {
            return error;
        }

        if (schools.Length + housing.Length == 0)
        {
            if (note is not null)
            {
                db.Remove(note);
            }

            return Result.Success;
        }

        if (note is null)
        {
            db.Add(note = new CommuneNote(command.InseeCode));
        }

        note.Write(schools.Length == 0 ? null : schools, housing.Length == 0 ? null : housing, actor.RequiredAccountId, clock.GetUtcNow());
        return Result.Success;
    }
}
