using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

/// <summary>Sends applications as the pages do.</summary>
internal static class ApplicationBuilder
{
    /// <summary>Writes a complete draft; the answer is what opens it.</summary>
    public static async Task<(Guid DraftId, Actor Holder)> DraftAsync(
        this CoreTest test, Offer? offer, string email = "claire.dupouy@example.org", string name = "Claire Dupouy", string rpps = "")
    {
        var started = (await test.SendAsync(Actor.Anonymous, new StartApplication(Guid.NewGuid(), offer?.Number, name, email, "06 12 34 56 78", false))).Value;
        var holder = Actor.Anonymous.Holding([started.LinkId]);
        var written = await test.SendAsync(holder, new WriteDraft(
            started.DraftId, CandidateStatus.Locum, rpps, "medecine-generale", "Je suis libre en juillet.", "Autour d'Auch", "Installation", "", false));
        Assert.Null(written.Error);
        return (started.DraftId, holder);
    }

    /// <summary>An application that has arrived.</summary>
    public static async Task<Application> ApplyAsync(
        this CoreTest test, Offer? offer, string email = "claire.dupouy@example.org", string name = "Claire Dupouy", string rpps = "")
    {
        var (draftId, holder) = await test.DraftAsync(offer, email, name, rpps);
        Assert.Null((await test.SendAsync(holder, new SubmitApplication(draftId))).Error);
        return await test.InDatabaseAsync(db => db.Applications.AsNoTracking().Include(a => a.Candidate)
            .SingleAsync(a => a.SubmissionId == draftId, TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody who has opened a follow-up link of this application.</summary>
    public static async Task<Actor> HolderAsync(this CoreTest test, Guid applicationId) =>
        Actor.Anonymous.Holding(await test.InDatabaseAsync(db => db.PersonalLinks
            .Where(l => l.ApplicationId == applicationId && l.RevokedAt == null).Select(l => l.Id).ToListAsync(TestContext.Current.CancellationToken)));
}
