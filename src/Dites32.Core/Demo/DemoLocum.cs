using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>A fictitious supervisor who looks for a locum, and what has become of fictitious interns. Nothing is added where a step is written already.</summary>
internal static class DemoLocum
{
    public static async Task AddAsync(AppDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.CareerSteps.AnyAsync(cancellationToken)
            || await db.Interns.SingleOrDefaultAsync(i => i.Email == DemoAccounts.Intern, cancellationToken) is not { } lea
            || await db.Interns.SingleOrDefaultAsync(i => i.Name == "Chloé Marsan", cancellationToken) is not { } chloe
            || await db.Supervisors.SingleOrDefaultAsync(s => s.Name == "Dre Marion Ducos", cancellationToken) is not { } ducos)
        {
            return;
        }

        var today = now.ParisDay();
        var wishes = InternLocum.Of(lea.Id);
        wishes.Wish(licenceMail: true, seesSupervisors: true);
        db.AddRange(
            wishes,
            SupervisorSearch.Of(ducos.Id, new SearchContent(today.AddMonths(4), "Deux semaines pendant les prochaines vacances scolaires.", IsAgreed: true, SharesContact: true)),
            CareerStep.Of(Guid.CreateVersion7(now), chloe.Id, StepAuthor.Mission, new StepContent(CareerStage.LicenceObtained, today.AddMonths(-3), null, null, IsShared: true), now),
            CareerStep.Of(Guid.CreateVersion7(now), chloe.Id, StepAuthor.Mission, new StepContent(CareerStage.LocumWithLicence, today.AddMonths(-2), IsInGers: true, "32013", IsShared: true), now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
