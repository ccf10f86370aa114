using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>
/// An intern's own way to replacing: the conditions of the licence, what they chose, their steps, and the former supervisors who
/// look for a locum, where both wish it. Errors: intern-space.no-file.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyLocum : IQuery<Result<MyLocum>>;

/// <param name="Residency">« Médecine générale, 8 semestres… »</param>
/// <param name="Validated">The validated semesters, the first one first.</param>
/// <param name="Supervisors">Empty while <paramref name="SeesSupervisors"/> is false.</param>
/// <param name="ExpiresOn">Around which a licence that is given now ends.</param>
/// <param name="Limit">Three years after the usual end of the residency.</param>
public sealed record MyLocum(
    string Name, string Email, string? Phone, string? Faculty, string Residency, string SpecialtyCode, string Specialty, DateOnly EnteredOn,
    IReadOnlyList<InternSemester> Validated, LicenceState Licence, bool TellsMe, bool SeesSupervisors, bool ContactStopped,
    IReadOnlyList<SearchingSupervisor> Supervisors, IReadOnlyList<CareerRow> Steps, DateOnly Today, DateOnly ExpiresOn, DateOnly Limit);

/// <param name="Phone">Null where they did not agree to it, or have none; so is the address.</param>
public sealed record SearchingSupervisor(string Name, string Where, string Text, DateOnly Until, string? Phone, string? Email);

internal sealed class GetMyLocumHandler(AppDbContext db, InternAccess access, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<GetMyLocum, Result<MyLocum>>
{
    public async Task<Result<MyLocum>> Handle(GetMyLocum query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var (today, catalogue) = (clock.Today(), await catalogues.GetAsync(cancellationToken));
        var residency = await db.Residencies.SingleAsync(r => r.Code == intern.ResidencyCode, cancellationToken);
        var validated = (await db.SemestersOf(intern.Id).ToListAsync(cancellationToken)).Where(s => s.Outcome == AssignmentOutcome.Validated).Reverse().ToList();
        var locum = await db.InternLocums.SingleOrDefaultAsync(l => l.InternId == intern.Id, cancellationToken);
        return new MyLocum(
            intern.Name, intern.Email, intern.Phone, await db.Faculties.Where(f => f.Id == intern.FacultyId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken),
            residency.Label, residency.SpecialtyCode, catalogue.Specialties[residency.SpecialtyCode].Label, intern.EnteredOn, validated,
            LicenceState.Of(await db.LicenceTermsOfAsync(intern.ResidencyCode, cancellationToken), validated.Validated()),
            locum?.LicenceMailOff != true, locum?.SeesSupervisors == true, intern.ContactStoppedAt is not null,
            locum?.SeesSupervisors == true ? await SearchingAsync(intern.Id, today, cancellationToken) : [],
            await db.CareerSteps.Where(s => s.InternId == intern.Id).RowsAsync(catalogue, cancellationToken),
            today, LicenceDates.ExpiryAfter(today), LicenceDates.Limit(intern.EnteredOn, residency.Semesters));
    }

    /// <summary>Those of the placements where this intern has been, who agree to be shown.</summary>
    private async Task<IReadOnlyList<SearchingSupervisor>> SearchingAsync(Guid internId, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from search in db.SupervisorSearches
            join supervisor in db.Supervisors on search.SupervisorId equals supervisor.Id
            where search.IsAgreed && search.Until >= today
            let placements = db.Placements.Where(p => p.Supervisors.Any(s => s.SupervisorId == supervisor.Id)
                && db.Assignments.Any(a => a.InternId == internId && a.PlacementId == p.Id && a.StartsOn <= today)).OrderBy(p => p.Name).Select(p => p.Name).ToList()
            where placements.Any()
            orderby supervisor.Name
            select new { supervisor.Name, supervisor.Phone, supervisor.Email, search.Text, search.Until, search.SharesContact, Placements = placements })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(s => new SearchingSupervisor(
            s.Name, string.Join(", ", s.Placements), s.Text, s.Until, s.SharesContact ? s.Phone : null, s.SharesContact ? s.Email : null));
    }
}

/// <summary>Days that the councils of the Ordre tell, to be checked with them.</summary>
internal static class LicenceDates
{
    private const int SemesterMonths = 6, YearsAfterTheEnd = 3;

    /// <summary>Licences end around 15 November, whatever the day they were given.</summary>
    public static DateOnly ExpiryAfter(DateOnly today)
    {
        var expiry = new DateOnly(today.Year, 11, 15);
        return expiry > today ? expiry : expiry.AddYears(1);
    }

    /// <summary>The third year after the usual end: six years after the entry for six semesters, seven for eight.</summary>
    public static DateOnly Limit(DateOnly enteredOn, int semesters) => enteredOn.AddMonths(SemesterMonths * semesters).AddYears(YearsAfterTheEnd);
}
