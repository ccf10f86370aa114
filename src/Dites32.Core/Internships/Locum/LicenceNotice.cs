using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>Tells an intern once, the day a validated semester meets the conditions of the licence.</summary>
internal sealed class LicenceNotice(AppDbContext db, Outbox outbox, LocumEmails emails, TimeProvider clock)
{
    /// <summary>
    /// To be called before the outcome changes, within the transaction of the command: of two semesters that are validated at
    /// once, the second sees the first.
    /// </summary>
    public Task HoldAsync(Guid internId, CancellationToken cancellationToken) =>
        db.Interns.FromSql($"SELECT *, xmin FROM intern WHERE id = {internId} FOR NO KEY UPDATE").LoadAsync(cancellationToken);

    /// <param name="changed">The assignment, with an outcome that is not saved yet.</param>
    /// <param name="isRemoved">It is taken away.</param>
    public async Task FollowAsync(Assignment changed, bool isRemoved, CancellationToken cancellationToken)
    {
        var saved = await db.Assignments.Where(a => a.InternId == changed.InternId && a.Outcome == AssignmentOutcome.Validated)
            .Select(a => new { a.Id, Slot = a.Slot!.Value }).ToListAsync(cancellationToken);
        var after = saved.Where(a => a.Id != changed.Id).Select(a => a.Slot).ToList();
        if (!isRemoved && changed.Outcome == AssignmentOutcome.Validated)
        {
            after.Add(changed.Slot!.Value);
        }

        var intern = await db.Interns.SingleAsync(i => i.Id == changed.InternId, cancellationToken);
        var terms = await db.LicenceTermsOfAsync(intern.ResidencyCode, cancellationToken);
        var (was, isNow) = (LicenceState.Of(terms, [.. saved.Select(a => a.Slot)]).IsMet, LicenceState.Of(terms, after).IsMet);
        if (was != isNow)
        {
            await (isNow ? TellAsync(intern, terms!, cancellationToken) : TakeBackAsync(intern.Id, cancellationToken));
        }
    }

    /// <summary>A mail that has not left stays here.</summary>
    public async Task TakeBackAsync(Guid internId, CancellationToken cancellationToken)
    {
        if (await db.InternLocums.SingleOrDefaultAsync(l => l.InternId == internId, cancellationToken) is { MailId: { } mail } locum
            && await outbox.CancelAsync(mail, cancellationToken))
        {
            locum.TakenBack();
        }
    }

    private async Task TellAsync(Intern intern, LicenceTerms terms, CancellationToken cancellationToken)
    {
        var locum = await db.InternLocums.SingleOrDefaultAsync(l => l.InternId == intern.Id, cancellationToken);
        if (intern.ContactStoppedAt is not null || locum is { LicenceMailOff: true } or { ToldAt: not null })
        {
            return;
        }

        var now = clock.GetUtcNow();
        locum ??= db.Add(InternLocum.Of(intern.Id)).Entity;
        locum.Told(outbox.Write(emails.Licence(intern, terms.IsConfirmed, now)), now);
    }
}

internal static class LicenceQueries
{
    /// <summary>Null where the conditions of the specialty are not known.</summary>
    public static async Task<LicenceTerms?> LicenceTermsOfAsync(this AppDbContext db, string residencyCode, CancellationToken cancellationToken) =>
        (await db.LicenceConditions.AsNoTracking().SingleOrDefaultAsync(
            c => db.Residencies.Any(r => r.Code == residencyCode && r.SpecialtyCode == c.SpecialtyCode), cancellationToken))?.Terms();
}
