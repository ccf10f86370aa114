using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Space;

/// <summary>An intern's own semesters and what is left to validate. Errors: intern-space.no-file.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyInternship : IQuery<Result<MyInternship>>;

/// <summary>Whether an intern's file bears the confirmed address of the account.</summary>
[AllowRoles(Role.Candidate)]
public sealed record AmIAnIntern : IQuery<Result<bool>>;

/// <param name="ContactStopped">They receive no mail of the programme any more.</param>
public sealed record MyInternship(
    string Name, string Residency, Curriculum Curriculum, CurriculumProgress Progress, IReadOnlyList<InternSemester> Semesters, DateOnly Today, bool ContactStopped);

internal sealed class GetMyInternshipHandler(AppDbContext db, InternAccess access, TimeProvider clock)
    : IRequestHandler<GetMyInternship, Result<MyInternship>>, IRequestHandler<AmIAnIntern, Result<bool>>
{
    public async Task<Result<bool>> Handle(AmIAnIntern query, CancellationToken cancellationToken) => await access.FindAsync(cancellationToken) is not null;

    public async Task<Result<MyInternship>> Handle(GetMyInternship query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var residency = await db.Residencies.SingleAsync(r => r.Code == intern.ResidencyCode, cancellationToken);
        var semesters = await db.SemestersOf(intern.Id).ToListAsync(cancellationToken);
        return new MyInternship(
            intern.Name, residency.Label, residency.Curriculum(), residency.Curriculum().Progress(semesters.Validated()), semesters, clock.Today(),
            intern.ContactStoppedAt is not null);
    }
}
