using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.E2E.Infrastructure;

/// <summary>An offer that no other test touches.</summary>
internal static class FreshOffer
{
    /// <summary>On line at Samatan, with these people in its first stage.</summary>
    public static Task<Offer> FreshOfferAsync(this Portal portal, string title, params string[] people) => portal.InDatabaseAsync(async db =>
    {
        var now = DateTimeOffset.UtcNow;
        var model = await db.Offers.Include(o => o.Stages).SingleAsync(o => o.Title == "Collaboration à Samatan" && o.PublishedAt != null);
        var recruiterEmail = DemoAccounts.All.Single(a => a.Role == Role.SiteRecruiter).Email;
        var recruiter = await db.Users.SingleAsync(u => u.Email == recruiterEmail);
        var offer = model.Clone(Guid.NewGuid(), recruiter.Id, now, now.ParisDay());
        db.Add(offer);
        db.Entry(offer).Property(o => o.Title).CurrentValue = title;
        offer.Publish(mayPublishAlone: true, recruiter.Id, now, now.ParisDay());
        foreach (var name in people)
        {
            db.Add(Of(offer, name, now));
        }

        await db.SaveChangesAsync();
        return offer;
    });

    /// <summary>One more, with the candidate.</summary>
    public static Application Of(Offer offer, string name, DateTimeOffset now, string phone = "0600000000")
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var candidate = Candidate.Of(name, email, phone, CandidateStatus.Locum, null, "medecine-generale", now);
        var received = offer.Stages.Single(s => s.Category == StageCategory.Received);
        return Application.Submit(Guid.CreateVersion7(), offer, received, candidate, email, "Bonjour, votre offre m'intéresse.", null, now);
    }
}
