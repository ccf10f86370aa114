using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>An employer with its posts, those that are open first, and what was said with it, the last talk first. Errors: spouse.employer-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetJobEmployer(Guid EmployerId) : IQuery<Result<JobEmployerSheet>>, IBehindTheWall;

public sealed record JobEmployerSheet(Guid Id, uint Version, JobEmployerForm Form, IReadOnlyList<JobVacancyRow> Vacancies, IReadOnlyList<EmployerTalkRow> Talks);

public sealed record JobVacancyRow(
    Guid Id, string Title, string? RomeCode, JobContract Contract, string CommuneName, DateOnly? StartsOn, DateOnly? OpenUntil, string? Address, bool IsOpen);

public sealed record EmployerTalkRow(Guid Id, DateOnly On, TalkWay Way, string Text, string Author);

internal sealed class GetJobEmployerHandler(SpouseDbContext db, Caseworkers caseworkers, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<GetJobEmployer, Result<JobEmployerSheet>>
{
    public async Task<Result<JobEmployerSheet>> Handle(GetJobEmployer query, CancellationToken cancellationToken)
    {
        var employer = await db.Employers.SingleOrDefaultAsync(e => e.Id == query.EmployerId, cancellationToken);
        if (employer is null)
        {
            return SpouseErrors.EmployerNotFound;
        }

        var (today, communes) = (clock.Today(), (await catalogues.GetAsync(cancellationToken)).Communes);
        var vacancies = await db.Vacancies.Where(v => v.EmployerId == employer.Id).OrderByDescending(v => v.AddedAt).ThenBy(v => v.Id).ToListAsync(cancellationToken);
        var talks = await db.Talks.Where(t => t.EmployerId == employer.Id).OrderByDescending(t => t.On).ThenByDescending(t => t.WrittenAt).ThenBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var authors = await caseworkers.NamedAsync(talks.Select(t => (Guid?)t.AuthorId), cancellationToken);
        return new JobEmployerSheet(
            employer.Id, db.Entry(employer).Property<uint>("Version").CurrentValue,
            new JobEmployerForm
            {
                Name = employer.Name,
                Siret = employer.Siret,
                Sector = employer.Sector,
                Commune = communes[employer.InseeCode].Label,
                ContactName = employer.ContactName,
                ContactEmail = employer.ContactEmail,
                ContactPhone = employer.ContactPhone,
            },
            [.. vacancies.Select(v => new JobVacancyRow(
                v.Id, v.Title, v.RomeCode, v.Contract, communes[v.InseeCode].Name, v.StartsOn, v.OpenUntil, v.Address,
                v.IsOpenOn(today))).OrderByDescending(v => v.IsOpen)],
            [.. talks.Select(t => new EmployerTalkRow(t.Id, t.On, t.Way, t.Text, authors.GetValueOrDefault(t.AuthorId)?.DisplayName ?? "compte effacé"))]);
    }
}
