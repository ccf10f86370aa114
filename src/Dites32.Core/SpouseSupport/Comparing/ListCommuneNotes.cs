using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The communes of which something is noted, by name.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListCommuneNotes : IQuery<Result<IReadOnlyList<CommuneNoteRow>>>, IBehindTheWall;

public sealed record CommuneNoteRow(string InseeCode, string Name, bool HasSchools, bool HasHousing, DateTimeOffset WrittenAt, string Author);

/// <summary>What is noted of a commune, to be written. Errors: spouse.commune-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetCommuneNote(string InseeCode) : IQuery<Result<CommuneNoteText>>, IBehindTheWall;

/// <param name="Version">0 while there is no note.</param>
public sealed record CommuneNoteText(string InseeCode, string Name, string? Schools, string? Housing, DateTimeOffset? WrittenAt, uint Version);

internal sealed class ListCommuneNotesHandler(SpouseDbContext db, Caseworkers people, CatalogueCache catalogues)
    : IRequestHandler<ListCommuneNotes, Result<IReadOnlyList<CommuneNoteRow>>>, IRequestHandler<GetCommuneNote, Result<CommuneNoteText>>
{
    public async Task<Result<IReadOnlyList<CommuneNoteRow>>> Handle(ListCommuneNotes query, CancellationToken cancellationToken)
    {
        var notes = (await db.CommuneNotes.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(n => n.InseeCode);
        var names = await people.NamedAsync(notes.Values.Select(n => (Guid?)n.WrittenById), cancellationToken);
        return (await catalogues.GetAsync(cancellationToken)).CommunesByName.Where(c => notes.ContainsKey(c.InseeCode)).Select(c => (Commune: c, Note: notes[c.InseeCode]))
            .Select(c => new CommuneNoteRow(
                c.Commune.InseeCode, c.Commune.Name, c.Note.Schools is not null, c.Note.Housing is not null, c.Note.WrittenAt,
                names.GetValueOrDefault(c.Note.WrittenById)?.DisplayName ?? "compte effacé")).ToList();
    }

    public async Task<Result<CommuneNoteText>> Handle(GetCommuneNote query, CancellationToken cancellationToken)
    {
        if (!(await catalogues.GetAsync(cancellationToken)).Communes.TryGetValue(query.InseeCode, out var commune))
        {
            return SpouseErrors.CommuneNotFound;
        }

        var note = await db.CommuneNotes.SingleOrDefaultAsync(n => n.InseeCode == query.InseeCode, cancellationToken);
        return new CommuneNoteText(
            commune.InseeCode, commune.Name, note?.Schools, note?.Housing, note?.WrittenAt, note is null ? 0 : db.Entry(note).Property<uint>("Version").CurrentValue);
    }
}
