using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A partner's own space. Errors: spouse.session-over.</summary>
[AllowSpouse]
public sealed record GetMySpouseCase : IQuery<Result<MySpouseCase>>, IBehindTheWall;

/// <param name="ConsentedAt">Null: they were invited and have not agreed yet.</param>
/// <param name="Form">What they have written, ready to be corrected.</param>
/// <param name="CaseworkerName">Null while nobody is named.</param>
/// <param name="Proposals">Of doctors who propose to link their files, the one that is linked first.</param>
public sealed record MySpouseCase(
    string Name, string Email, DateTimeOffset? ConsentedAt, SpouseCaseState State, DateTimeOffset StateSince, string? NextStep, DateOnly? NextStepOn,
    SpouseForm Form, string? CaseworkerName, string? CaseworkerEmail, IReadOnlyList<SpouseStep> Steps,
    IReadOnlyList<LeadRow> Leads, IReadOnlyList<CoupleProposal> Proposals, IReadOnlyList<ComparisonRow> Comparisons,
    IReadOnlyList<MeetingRow> Meetings, uint Version);

/// <summary>A comparison, by the names of its two communes.</summary>
public sealed record ComparisonRow(Guid Id, string First, string Second, bool IsShared);

/// <param name="Label">What happened, in words for the person.</param>
public sealed record SpouseStep(DateTimeOffset At, string Label);

internal sealed class GetMySpouseCaseHandler(
    SpouseDbContext db, Actor actor, Caseworkers caseworkers, CoupleProposals proposals, FileAgendaReader agenda, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<GetMySpouseCase, Result<MySpouseCase>>
{
    public async Task<Result<MySpouseCase>> Handle(GetMySpouseCase query, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        var moves = await db.Events.Where(e => e.CaseId == file.Id && e.Kind == SpouseEventKind.Moved).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new { e.At, e.To }).ToListAsync(cancellationToken);
        var owner = await caseworkers.FindAsync(file.OwnerId, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var communes = catalogue.Communes;
        return new MySpouseCase(
            file.Name, file.Email, file.ConsentedAt, file.State, file.StateSince, file.NextStep, file.NextStepOn,
            new SpouseForm
            {
                Name = file.Name,
                Phone = file.Phone,
                Couple = file.Couple?.ToString(),
                DoctorName = file.DoctorName,
                Profession = file.Profession,
                Project = file.Project?.ToString(),
                Commune = file.InseeCode is { } code ? communes.GetValueOrDefault(code)?.Label : null,
                ArrivesOn = file.ArrivesOn?.ForMachines(),
                Message = file.Message,
            },
            owner?.DisplayName, owner?.Email,
            [new SpouseStep(file.CreatedAt, SpouseCaseState.Contact.Label()), .. moves.Select(m => new SpouseStep(m.At, m.To!.Value.Label()))],
            await db.LeadsOfAsync(file.Id, catalogue, clock.Today(), cancellationToken),
            await proposals.ToAsync(file.Id, cancellationToken),
            [.. (await db.Comparisons.Where(c => c.CaseId == file.Id).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken))
                .Select(c => new ComparisonRow(c.Id, communes[c.First].Name, communes[c.Second].Name, c.SharedAt is not null))],
            await agenda.MeetingsAsync(file, cancellationToken),
            db.Entry(file).Property<uint>("Version").CurrentValue);
    }
}
