using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>One file, for a caseworker; the reading is traced behind the wall. Errors: spouse.not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetSpouseCase(Guid CaseId) : IQuery<Result<SpouseFile>>, IReadsFile, IBehindTheWall
{
    public ReadingPurpose Purpose => ReadingPurpose.Accompanying;

    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

/// <param name="UsualSteps">What is usually next in each state that the file may enter, and in its own.</param>
/// <param name="Caseworkers">To whom the file may be confided.</param>
/// <param name="Owner">The caseworker, if they still are one.</param>
public sealed record SpouseFile(
    Guid Id, uint Version, string Name, string Email, string? Phone, Couple? Couple, string? DoctorName, string? Profession, SpouseProject? Project,
    string? CommuneName, DateOnly? ArrivesOn, string? Message, DateTimeOffset CreatedAt, DateTimeOffset? ConsentedAt, SpouseCaseState State,
    DateTimeOffset StateSince, string? NextStep, DateOnly? NextStepOn, int DaysLate, Guid? OwnerId, string? OwnerName,
    IReadOnlyList<SpouseCaseState> Moves, IReadOnlyDictionary<SpouseCaseState, (string Text, DateOnly On)> UsualSteps,
    IReadOnlyList<Caseworker> Caseworkers, IReadOnlyList<SpouseNoteLine> Notes, IReadOnlyList<LeadRow> Leads, IReadOnlyList<SpouseHistoryLine> History,
    FileAgenda Agenda, Caseworker? Owner);

public sealed record Caseworker(Guid Id, string Name);

public sealed record SpouseNoteLine(string Author, DateTimeOffset At, string Text);

/// <param name="Who">Null for the person themselves.</param>
public sealed record SpouseHistoryLine(DateTimeOffset At, string What, string? Who);

internal sealed class GetSpouseCaseHandler(SpouseDbContext db, Caseworkers caseworkers, UsualSteps steps, FileAgendaReader agenda, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<GetSpouseCase, Result<SpouseFile>>
{
    public async Task<Result<SpouseFile>> Handle(GetSpouseCase query, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == query.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        var notes = await db.Notes.Where(n => n.CaseId == file.Id).OrderByDescending(n => n.At).ThenBy(n => n.Id).ToListAsync(cancellationToken);
        var history = await db.Events.Where(e => e.CaseId == file.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancellationToken);
        var names = await caseworkers.NamedAsync([file.OwnerId, .. notes.Select(n => (Guid?)n.AuthorId), .. history.Select(e => e.AuthorId)], cancellationToken);
        var (today, moves) = (clock.Today(), SpouseCaseRules.MovesOf(file.State, file.ConsentedAt is not null));
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var communes = catalogue.Communes;
        return new SpouseFile(
            file.Id, db.Entry(file).Property<uint>("Version").CurrentValue, file.Name, file.Email, file.Phone, file.Couple, file.DoctorName, file.Profession,
            file.Project, file.InseeCode is { } code ? communes.GetValueOrDefault(code)?.Name : null, file.ArrivesOn, file.Message, file.CreatedAt,
            file.ConsentedAt, file.State, file.StateSince, file.NextStep, file.NextStepOn,
            SpouseCaseRules.DaysLate(file.NextStepOn, today),
            file.OwnerId, NameOf(file.OwnerId, names), moves,
            (await steps.AllAsync(cancellationToken)).Where(s => s.Key == file.State || moves.Contains(s.Key)).ToDictionary(),
            [.. (await caseworkers.AllAsync(cancellationToken)).Where(c => c.Id != file.OwnerId).Select(c => new Caseworker(c.Id, c.DisplayName))],
            [.. notes.Select(n => new SpouseNoteLine(NameOf(n.AuthorId, names)!, n.At, n.Text))],
            await db.LeadsOfAsync(file.Id, catalogue, today, cancellationToken),
            [.. history.Select(e => new SpouseHistoryLine(e.At, Words(e), NameOf(e.AuthorId, names)))],
            await agenda.ReadAsync(file, cancellationToken),
            await caseworkers.FindAsync(file.OwnerId, cancellationToken) is { } owner ? new Caseworker(owner.Id, owner.DisplayName) : null);
    }

    private static string? NameOf(Guid? id, IReadOnlyDictionary<Guid, AccountContact> names) =>
        id is { } known ? names.GetValueOrDefault(known)?.DisplayName ?? "compte effacé" : null;

    private static string Words(SpouseEvent happened) =>
        happened is { Kind: SpouseEventKind.Moved, To: { } to } ? $"Étape «\u00a0{to.Label()}\u00a0»" : happened.Kind.Label();
}
