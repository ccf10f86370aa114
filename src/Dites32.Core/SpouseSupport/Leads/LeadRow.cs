using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A lead of a file, for the person and for their caseworker.</summary>
/// <param name="IsOpen">One may still apply.</param>
/// <param name="Source">Where the post comes from: that of France Travail is read there.</param>
public sealed record LeadRow(
    Guid Id, string Title, string EmployerName, string CommuneName, JobContract Contract, DateOnly? StartsOn, DateOnly? OpenUntil, string? Address,
    string? Description, bool IsOpen, LeadAnswer Answer, DateTimeOffset ProposedAt, DateTimeOffset? AnsweredAt, string? Comment, JobSource Source);

internal static class LeadRows
{
    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<LeadRow>> LeadsOfAsync(
        this SpouseDbContext db, Guid caseId, Catalogue catalogue, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (from lead in db.Leads
                          where lead.CaseId == caseId
                          join vacancy in db.Vacancies on lead.VacancyId equals vacancy.Id
                          join known in db.Employers on vacancy.EmployerId equals (Guid?)known.Id into employers
                          from employer in employers.DefaultIfEmpty()
                          orderby lead.ProposedAt descending, lead.Id
                          select new { Lead = lead, Vacancy = vacancy, Employer = employer.Name ?? vacancy.EmployerName ?? JobVacancy.NoEmployer }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => new LeadRow(
            r.Lead.Id, r.Vacancy.Title, r.Employer, catalogue.Communes[r.Vacancy.InseeCode].Name, r.Vacancy.Contract, r.Vacancy.StartsOn, r.Vacancy.OpenUntil,
            r.Vacancy.Address, r.Vacancy.Description, r.Vacancy.IsOpenOn(today),
            r.Lead.Answer, r.Lead.ProposedAt, r.Lead.AnsweredAt, r.Lead.Comment, r.Vacancy.Source))];
    }
}
