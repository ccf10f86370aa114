using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Gives all offers of somebody who leaves a new contact, who takes their place as deputy too; their own absences end. The
/// colleague is told by one mail. Done again, it is a success. Errors: account-not-found, invalid (by field).
/// </summary>
/// <param name="ToId">One of those of <see cref="GetHandOver"/>.</param>
[AllowRoles(Role.Administrator)]
public sealed record HandOver(Guid AccountId, Guid? ToId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class HandOverHandler(AppDbContext db, Actor actor, Outbox outbox, OfferEmails emails, TimeProvider clock)
    : IRequestHandler<HandOver, Result>
{
    public async Task<Result> Handle(HandOver command, CancellationToken cancellationToken)
    {
        if (await db.FindContactAsync(command.AccountId, cancellationToken) is not { } leaver)
        {
            return AccountErrors.NotFound;
        }

        var offers = await db.Offers.Where(o => o.ReferentId == leaver.Id).OrderBy(o => o.Number).ToListAsync(cancellationToken);
        var absences = await AbsencesOfAsync(leaver.Id, cancellationToken);
        if (offers.Count == 0 && absences.Count == 0)
        {
            return Result.Success; // handed over already
        }

        var colleague = await db.HeirsOf(leaver.Id).Where(u => u.Id == command.ToId)
            .Select(u => new OfferContact(u.Id, u.DisplayName, u.Email!)).SingleOrDefaultAsync(cancellationToken);
        if (colleague is null)
        {
            return SharedErrors.Invalid("ToId", "Choisissez un collègue parmi ceux qui suivent tous ces sites.");
        }

        foreach (var offer in offers)
        {
            offer.HandOverTo(colleague.AccountId, actor.RequiredAccountId, clock.GetUtcNow());
        }

        HandOverAbsences(absences, leaver.Id, colleague.AccountId);
        var open = offers.Where(o => o.Status is not (OfferStatus.Filled or OfferStatus.Withdrawn)).ToList();
        if (open.Count > 0)
        {
            outbox.Write(emails.HandedOver(open, leaver.DisplayName, colleague));
        }

        return Result.Success;
    }

    private Task<List<Absence>> AbsencesOfAsync(Guid leaverId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return db.Absences.Where(a => (a.AccountId == leaverId || a.DeputyId == leaverId) && a.To >= today).ToListAsync(cancellationToken);
    }

    /// <summary>Whoever counted on the leaver keeps a deputy, but nobody stands in for themselves.</summary>
    private void HandOverAbsences(List<Absence> absences, Guid leaverId, Guid to)
    {
        foreach (var absence in absences)
        {
            if (absence.AccountId == leaverId || absence.AccountId == to)
            {
                db.Remove(absence);
            }
            else
            {
                absence.HandOverTo(to);
            }
        }
    }
}

internal static class Heirs
{
    /// <summary>Who may be the contact of all offers of an account: the mission, and the recruiters of every one of their sites.</summary>
    public static IQueryable<Account> HeirsOf(this AppDbContext db, Guid accountId)
    {
        var mission = AccountMapping.IdOf(Role.Dites32Recruiter);
        var sites = db.Offers.Where(o => o.ReferentId == accountId).Select(o => o.SiteId);
        return db.Users.Where(u => u.Id != accountId && u.DisabledAt == null && u.EmailConfirmed
            && (db.UserRoles.Any(r => r.UserId == u.Id && r.RoleId == mission)
                || (sites.Any() && sites.All(site => db.SiteMemberships.Any(m => m.SiteId == site && m.AccountId == u.Id)))));
    }
}
