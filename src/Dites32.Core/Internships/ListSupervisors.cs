using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>The supervisors by name, a page at a time.</summary>
/// <param name="Text">A part of the name; empty for all.</param>
/// <param name="ToFollow">Only those who need something: a training, an approval, a question about their wish.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListSupervisors(string Text, bool ToFollow, int PageNumber) : IQuery<Result<Page<SupervisorRow>>>
{
    public const int PageSize = 50;
}

/// <param name="Approval">Today.</param>
public sealed record SupervisorRow(
    Guid Id, string Name, DateOnly? TrainedOn, DateOnly? ApprovedUntil, ApprovalState Approval, SupervisorWish Wish, IReadOnlyList<string> Placements);

/// <summary>One supervisor, with their placements; the reading is traced. Errors: supervisor.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetSupervisor(Guid SupervisorId) : IQuery<Result<SupervisorFile>>, IReadsFile
{
    public ReadingPurpose Purpose => ReadingPurpose.WelcomingInterns;

    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

/// <param name="Placements">With the share of the intern's time, in per cent.</param>
public sealed record SupervisorFile(
    Guid Id, uint Version, string Name, string? Email, string? Phone, DateOnly? TrainedOn, DateOnly? ApprovedUntil, ApprovalState Approval, SupervisorWish Wish,
    string? Note, string? Habits, IReadOnlyList<(Guid Id, string Name, int Share)> Placements);

internal sealed class ListSupervisorsHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ListSupervisors, Result<Page<SupervisorRow>>>, IRequestHandler<GetSupervisor, Result<SupervisorFile>>
{
    public async Task<Result<Page<SupervisorRow>>> Handle(ListSupervisors query, CancellationToken cancellationToken)
    {
        var (today, pattern) = (clock.Today(), $"%{Like.Escape(PlainText.Clean(query.Text))}%");
        var soon = today.AddMonths(Approvals.WarningMonths);
        var found = db.Supervisors.Where(s => EF.Functions.ILike(s.Name, pattern, Like.EscapeCharacter))
            .Where(s => !query.ToFollow || s.TrainedOn == null || s.ApprovedUntil == null || s.ApprovedUntil < soon || s.Wish == SupervisorWish.Unknown);
        var total = await found.CountAsync(cancellationToken);
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (total + ListSupervisors.PageSize - 1) / ListSupervisors.PageSize));
        var rows = await found.OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Skip((int)Page<SupervisorRow>.Offset(number, ListSupervisors.PageSize)).Take(ListSupervisors.PageSize)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.TrainedOn,
                s.ApprovedUntil,
                s.Wish,
                Placements = db.Placements.Where(p => p.Supervisors.Any(x => x.SupervisorId == s.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new Page<SupervisorRow>(
            [.. rows.Select(r => new SupervisorRow(r.Id, r.Name, r.TrainedOn, r.ApprovedUntil, Approvals.Of(r.ApprovedUntil, today), r.Wish, r.Placements))],
            number, ListSupervisors.PageSize, total);
    }

    public async Task<Result<SupervisorFile>> Handle(GetSupervisor query, CancellationToken cancellationToken)
    {
        if (await db.Supervisors.SingleOrDefaultAsync(s => s.Id == query.SupervisorId, cancellationToken) is not { } supervisor)
        {
            return SupervisorErrors.NotFound;
        }

        var placements = await db.PlacementSupervisors.Where(s => s.SupervisorId == supervisor.Id)
            .Join(db.Placements, s => s.PlacementId, p => p.Id, (s, p) => new { p.Id, p.Name, s.Share })
            .OrderBy(p => p.Name).ToListAsync(cancellationToken);
        return new SupervisorFile(
            supervisor.Id, db.Entry(supervisor).Property<uint>("Version").CurrentValue, supervisor.Name, supervisor.Email, supervisor.Phone,
            supervisor.TrainedOn, supervisor.ApprovedUntil, Approvals.Of(supervisor.ApprovedUntil, clock.Today()), supervisor.Wish, supervisor.Note, supervisor.Habits,
            [.. placements.Select(p => (p.Id, p.Name, p.Share))]);
    }
}
