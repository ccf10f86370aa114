using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class SweepDraftsTests : CoreTest
{
    [Fact]
    public async Task A_draft_goes_with_its_links_a_month_after_its_last_change()
    {
        var old = ApplicationDraft.Start(Guid.NewGuid(), null, "Dr Ancien", "ancien@example.org", "0612345678", Clock.Now);
        var changed = ApplicationDraft.Start(Guid.NewGuid(), null, "Dr Récent", "recent@example.org", "0612345678", Clock.Now);
        var (link, _) = PersonalLink.ToDraft(old.Id, mailed: true, Clock.Now);
        await SaveAsync(old, changed, link);
        Clock.Advance(TimeSpan.FromDays(1));
        await InDatabaseAsync(async db =>
        {
            (await db.ApplicationDrafts.SingleAsync(d => d.Id == changed.Id)).WriteContact("Dr Récent", "recent@example.org", "0687654321", Clock.Now);
            return await db.SaveChangesAsync();
        });

        Clock.Advance(ApplicationDraft.Lifetime - TimeSpan.FromDays(1));
        await SendAsync(Actor.System, new SweepDrafts());
        Assert.Equal(2, await InDatabaseAsync(db => db.ApplicationDrafts.CountAsync()));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.System, new SweepDrafts());

        Assert.Equal(changed.Id, await InDatabaseAsync(db => db.ApplicationDrafts.Select(d => d.Id).SingleAsync()));
        Assert.Equal(0, await InDatabaseAsync(db => db.PersonalLinks.CountAsync()));
    }

    [Fact]
    public async Task Only_a_job_sweeps_drafts() =>
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new SweepDrafts())).Error?.Code);
}
