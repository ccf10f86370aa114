using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>The directory of employers by name, a page at a time.</summary>
/// <param name="Text">A part of the name or of the sector; empty for all.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListJobEmployers(string Text, int PageNumber) : IQuery<Result<Page<JobEmployerRow>>>, IBehindTheWall
{
    public const int PageSize = 30;
}

/// <param name="OpenVacancies">Posts that one may apply for today.</param>
/// <param name="LastTalkOn">When somebody of the team spoke with it for the last time.</param>
public sealed record JobEmployerRow(Guid Id, string Name, string? Sector, string CommuneName, int OpenVacancies, DateOnly? LastTalkOn);

internal sealed class ListJobEmployersHandler(SpouseDbContext db, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListJobEmployers, Result<Page<JobEmployerRow>>>
{
    public async Task<Result<Page<JobEmployerRow>>> Handle(ListJobEmployers query, CancellationToken cancellationToken)
    {
        var pattern = $"%{Like.Escape(PlainText.Clean(query.Text))}%";
        var found = db.Employers.Where(e => EF.Functions.ILike(e.Name, pattern, Like.EscapeCharacter) || EF.Functions.ILike(e.Sector ?? "", pattern, Like.EscapeCharacter));
        var total = await found.CountAsync(cancellationToken);
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (total + ListJobEmployers.PageSize - 1) / ListJobEmployers.PageSize));
        var open = db.Vacancies.OpenOn(clock.Today());
        var rows = await found.OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Skip((int)Page<JobEmployerRow>.Offset(number, ListJobEmployers.PageSize)).Take(ListJobEmployers.PageSize)
            .Select(e => new { e.Id, e.Name, e.Sector, e.InseeCode, Open = open.Count(v => v.EmployerId == e.Id), Talk = db.Talks.Where(t => t.EmployerId == e.Id).Max(t => (DateOnly?)t.On) })
            .ToListAsync(cancellationToken);
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        return new Page<JobEmployerRow>(
            [.. rows.Select(r => new JobEmployerRow(r.Id, r.Name, r.Sector, communes[r.InseeCode].Name, r.Open, r.Talk))], number, ListJobEmployers.PageSize, total);
    }
}
