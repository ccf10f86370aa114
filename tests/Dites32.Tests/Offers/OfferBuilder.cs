using Dites32.Core.Accounts;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

/// <summary>A site whose offers go on line at once, and somebody who recruits for it.</summary>
internal sealed record SampleSite(Organisation Organisation, Site Site, Actor Recruiter, string RecruiterName, string RecruiterEmail)
{
    public Guid RecruiterId => Recruiter.RequiredAccountId;
}

/// <summary>An offer to be made; change what the test is about.</summary>
internal sealed record SampleOffer
{
    public OfferKind Kind { get; init; } = OfferKind.HealthCentrePost;
    public string Title { get; init; } = "Médecin généraliste";
    public string Description { get; init; } = "Rejoignez une équipe de trois médecins et deux infirmières.";

    /// <summary>Left out for the kinds that are not for doctors.</summary>
    public string SpecialtyCode { get; init; } = "medecine-generale";
    public DateOnly? StartsOn { get; init; }
    public IReadOnlyList<DateRange> Ranges { get; init; } = [];

    /// <summary>Sixty days after the publication where none is given.</summary>
    public DateOnly? ClosesOn { get; init; }
    public bool IsAnonymous { get; init; }
    public string? ContactPhone { get; init; }
    public string? CdgNumber { get; init; }
    public DateOnly? CdgPublishedOn { get; init; }

    /// <summary>How long ago it was written and published.</summary>
    public TimeSpan Age { get; init; }
    public OfferStatus Status { get; init; } = OfferStatus.Published;

    public Dictionary<string, string> Details { get; init; } = new() { ["working_time"] = "full", ["contract"] = "CDI" };
}

/// <summary>Writes sites and offers by the factories of the entities, without the use cases.</summary>
internal static class OfferBuilder
{
    /// <param name="inseeCode">Auch where none is given.</param>
    public static async Task<SampleSite> SiteAsync(
        this CoreTest test, string inseeCode = "32013", string name = "Centre de santé des Deux Rives", string recruiter = "Camille Essai", bool isPublic = false,
        bool isTrusted = true)
    {
        var organisation = Organisation.Create($"Association de {name}", OrganisationKind.Association, isPublic, siret: null).Value;
        var site = Site.Create(organisation.Id, StructureKind.HealthCentre, name, inseeCode).Value;
        if (isTrusted)
        {
            site.Trust(test.Clock.Now);
        }

        var email = $"{Guid.NewGuid():N}@example.org";
        var account = Account.Confirmed(email, recruiter, passwordHash: null);
        await test.SaveAsync(
            organisation, site, account,
            new IdentityUserRole<Guid> { UserId = account.Id, RoleId = AccountMapping.IdOf(Role.SiteRecruiter) },
            SiteMembership.Of(account.Id, site.Id, test.Clock.Now));
        return new SampleSite(organisation, site, Actor.Account(account.Id, [Role.SiteRecruiter]), recruiter, email);
    }

    /// <summary>A published offer, or one that has gone on to another status; its number is set.</summary>
    public static async Task<Offer> OfferAsync(this CoreTest test, SampleSite? at = null, SampleOffer? sample = null)
    {
        at ??= await test.SiteAsync();
        sample ??= new SampleOffer();
        var offer = Of(at, sample, await test.PlaceAsync(at.Site, sample), test.Clock.Now);
        await test.SaveAsync(offer);
        return offer;
    }

    public static Task<Offer> OfferAsync(this CoreTest test, SampleOffer sample) => test.OfferAsync(null, sample);

    /// <summary>The address of its page.</summary>
    public static string Path(this Offer offer) => OfferReference.PathOf(offer.Number, offer.Slug);

    private static Offer Of(SampleSite at, SampleOffer sample, OfferPlace place, DateTimeOffset present)
    {
        var now = present - sample.Age;
        var text = new OfferText
        {
            SiteId = at.Site.Id,
            Title = sample.Title,
            Description = sample.Description,
            SpecialtyCode = sample.Kind.IsForDoctors() ? sample.SpecialtyCode : null,
            StartsOn = sample.StartsOn,
            Ranges = sample.Ranges,
            ClosesOn = sample.ClosesOn ?? now.ParisDay().AddDays(Offer.UsualDaysOnline),
            ReferentId = at.RecruiterId,
            ContactPhone = sample.ContactPhone,
            IsAnonymous = sample.IsAnonymous,
            CdgNumber = sample.CdgNumber,
            CdgPublishedOn = sample.CdgPublishedOn,
            Details = sample.Details,
        };
        var offer = Offer.Draft(Guid.CreateVersion7(), sample.Kind, text, place, at.RecruiterId, now);
        var day = offer.ClosesOn < now.ParisDay() ? offer.ClosesOn : now.ParisDay(); // an old offer was published in its time
        foreach (var step in StepsTo(sample.Status, offer, at.RecruiterId, now, day))
        {
            Assert.Null(step.Error);
        }

        return offer;
    }

    private static IEnumerable<Result> StepsTo(OfferStatus status, Offer offer, Guid author, DateTimeOffset now, DateOnly day)
    {
        switch (status)
        {
            case OfferStatus.Draft:
                yield break;
            case OfferStatus.ToModerate:
                yield return offer.Publish(mayPublishAlone: false, author, now, day);
                yield break;
        }

        yield return offer.Publish(mayPublishAlone: true, author, now, day);
        switch (status)
        {
            case OfferStatus.Filled:
                yield return offer.Fill(author, now);
                break;
            case OfferStatus.Expired:
                yield return offer.Expire(now);
                break;
            case OfferStatus.Withdrawn:
                yield return offer.Withdraw("Le poste est supprimé.", author, now);
                break;
        }
    }

    private static Task<OfferPlace> PlaceAsync(this CoreTest test, Site site, SampleOffer sample) => test.InDatabaseAsync(async db =>
    {
        var stop = TestContext.Current.CancellationToken;
        var commune = await db.Communes.SingleAsync(c => c.InseeCode == site.InseeCode, stop);
        var epci = await db.Epcis.SingleAsync(e => e.Code == commune.EpciCode, stop);
        var specialty = sample.Kind.IsForDoctors() ? (await db.Specialties.SingleAsync(s => s.Code == sample.SpecialtyCode, stop)).Label : null;
        return new OfferPlace(commune.InseeCode, commune.Name, epci.Code, epci.Name, site.Name, specialty);
    });
}
