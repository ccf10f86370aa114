using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>Handlers start from these filters: an application that is not the actor's is « not found », which does not even tell that it exists.</summary>
internal static class ApplicationAccess
{
    /// <summary>
    /// What the actor decides on: the applications to the offers of the sites they are a member of; everything, for the
    /// mission. Never their own: nobody decides on an application sent from the address of their account, or joined to it.
    /// </summary>
    public static IQueryable<Application> ManageableBy(this IQueryable<Application> applications, AppDbContext db, Actor actor)
    {
#pragma warning disable CA1304, CA1311, CA1862 // this runs in PostgreSQL
        var others = applications.Where(a => !db.Users.Any(u => u.Id == actor.AccountId && u.NormalizedEmail == a.NormalisedEmail.ToUpper())
            && (a.AccountId == null || a.AccountId != actor.AccountId));
#pragma warning restore CA1304, CA1311, CA1862
        if (actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator))
        {
            return others;
        }

        return actor.Is(Role.SiteRecruiter)
            ? others.Where(a => a.Offer != null && db.SiteMemberships.Any(m => m.SiteId == a.Offer.SiteId && m.AccountId == actor.AccountId))
            : applications.Where(a => false);
    }

    public static PipelineRole PipelineRole(this Actor actor) =>
        actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator) ? Applications.PipelineRole.Mission : Applications.PipelineRole.Recruiter;

    /// <summary>The actor's own: those that a living personal link of this browser opens, and those joined to the account.</summary>
    public static IQueryable<Application> OpenedBy(this IQueryable<Application> applications, AppDbContext db, Actor actor) =>
        actor.AccountId is { } accountId
            ? applications.Where(a => a.AccountId == accountId
                || db.PersonalLinks.Any(l => l.ApplicationId == a.Id && l.RevokedAt == null && actor.LinkIds.Contains(l.Id)))
            : applications.OpenedByLinkOf(db, actor);

    /// <summary>Those that a living personal link of this browser opens: it came by mail.</summary>
    public static IQueryable<Application> OpenedByLinkOf(this IQueryable<Application> applications, AppDbContext db, Actor actor) =>
        applications.Where(a => db.PersonalLinks.Any(l => l.ApplicationId == a.Id && l.RevokedAt == null && actor.LinkIds.Contains(l.Id)));

    /// <summary>The drafts that a living personal link of this browser opens.</summary>
    public static IQueryable<ApplicationDraft> OpenedBy(this IQueryable<ApplicationDraft> drafts, AppDbContext db, Actor actor) =>
        drafts.Where(d => db.PersonalLinks.Any(l => l.DraftId == d.Id && l.RevokedAt == null && actor.LinkIds.Contains(l.Id)));
}
