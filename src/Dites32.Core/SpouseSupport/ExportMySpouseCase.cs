using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A copy of everything about the partner whose space is open (RGPD, art. 15 and 20). Errors: spouse.session-over.</summary>
[AllowSpouse]
public sealed record ExportMySpouseCase : ICommand<Result<PersonalArchive>>, ITraced, IBehindTheWall;

internal sealed class ExportMySpouseCaseHandler(
    SpouseDbContext db, Actor actor, SpouseDocumentStore store, Caseworkers caseworkers, TimeProvider clock)
    : IRequestHandler<ExportMySpouseCase, Result<PersonalArchive>>
{
    public async Task<Result<PersonalArchive>> Handle(ExportMySpouseCase command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        var sessions = await db.Sessions.Where(s => s.CaseId == file.Id).Select(s => s.Id).ToArrayAsync(cancellationToken);
        var documents = await db.DocumentsOfAsync(file.Id, cancellationToken);
        var keys = new SpouseKeys(file.Id, file.Email, sessions, [.. documents.Select(d => d.Id)]);
        var rows = await db.RowsOfAsync(SpouseData.Current, keys, cancellationToken);
        var authors = await db.Events.Where(e => e.CaseId == file.Id).Select(e => e.AuthorId)
            .Union(db.Tasks.Where(t => t.CaseId == file.Id).Select(t => t.OwnerId)).Union(db.Meetings.Where(m => m.CaseId == file.Id).Select(m => (Guid?)m.OwnerId))
            .Union(db.Notes.Where(n => n.CaseId == file.Id).Select(n => (Guid?)n.AuthorId)).ToListAsync(cancellationToken);
        var names = (await caseworkers.NamedAsync([.. authors, file.OwnerId, file.InvitedById], cancellationToken))
            .ToDictionary(c => c.Key.ToString(), c => c.Value.DisplayName);
        foreach (var vacancy in await db.Vacancies.Where(v => db.Leads.Any(l => l.CaseId == file.Id && l.VacancyId == v.Id))
            .Select(v => new { v.Id, v.Title }).ToListAsync(cancellationToken))
        {
            names[vacancy.Id.ToString()] = vacancy.Title;
        }

        var safe = documents.Where(d => DocumentAccess.MayOpen(d, isOwner: true, isDevelopment: false)).ToList();
        return new PersonalArchive(SpouseData.Current, rows, names, safe, store, clock.GetUtcNow());
    }
}

/// <summary>By what the rows of a partner are found.</summary>
internal sealed record SpouseKeys(Guid CaseId, string Address, Guid[] Sessions, Guid[] Documents) : IPersonKeys
{
    public Array Of(string name) => name switch
    {
        "case" => new[] { CaseId },
        "mailbox" => new[] { OutboxEmail.HashOf(Address) },
        "sessions" => Sessions,
        "documents" => Documents,
        _ => throw new InvalidOperationException($"personal-data.yaml names the unknown key {name}."),
    };
}
