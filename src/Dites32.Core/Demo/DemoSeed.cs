using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>
/// Puts the demo into an empty portal: a few accounts, offers and applications, all fictitious, at real places. Done
/// twice, it changes nothing. Dates are counted from the day it runs, so that the demo is never out of date.
/// </summary>
public static class DemoSeed
{
    /// <returns>False when the demo was there already.</returns>
    public static async Task<bool> RunAsync(string ownerConnectionString, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(ownerConnectionString).Options;
        await using var db = new AppDbContext(options);
        var isNew = await AddAsync(db, clock, cancellationToken);
        if (await db.Users.AnyAsync(u => u.Email == DemoAccounts.Coordinator, cancellationToken))
        {
            await DemoInterns.AddAsync(db, clock.GetUtcNow(), cancellationToken);
            await DemoLocum.AddAsync(db, clock.GetUtcNow(), cancellationToken);
        }

        if (await db.Users.Where(u => u.Email == DemoAccounts.Caseworker).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken) is { } caseworker)
        {
            await using var behindTheWall = new SpouseDbContext(Database.SpouseOptions(ownerConnectionString));
            var doctor = await db.Users.Where(u => u.Email == DemoAccounts.Candidate).Select(u => u.Id).SingleAsync(cancellationToken);
            await DemoSpouses.AddAsync(behindTheWall, caseworker, doctor, clock.GetUtcNow(), cancellationToken);
        }

        return isNew;
    }

    private static async Task<bool> AddAsync(AppDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var first = DemoAccounts.Candidate;
        if (await db.Users.AnyAsync(u => u.Email == first, cancellationToken))
        {
            return false;
        }

        var people = DemoAccounts.All.Select(a => (a.Role, Account: AccountFactory.Create(a.Email, a.DisplayName, a.Password))).ToList();
        foreach (var (role, account) in people)
        {
            db.Add(account);
            db.AddRange(AccountFactory.Roles(account, role));
        }

        var accounts = people.DistinctBy(p => p.Role).ToDictionary(p => p.Role, p => p.Account);

        var now = clock.GetUtcNow();
        var sites = DemoSites.Create(now);
        db.AddRange(sites.SelectMany(s => new object[] { s.Organisation, s.Site }));
        var known = await db.Sites.ToListAsync(cancellationToken);
        foreach (var site in known)
        {
            site.Trust(now);
        }

        var recruiter = accounts[Role.SiteRecruiter].Id;
        var all = known.Concat(sites.Select(s => s.Site)).ToDictionary(s => s.Name);
        db.AddRange(all.Values.Select(site => SiteMembership.Of(recruiter, site.Id, now)));
        db.AddRange(known.Select(centre => SiteMembership.Of(accounts[Role.HealthCentreHr].Id, centre.Id, now)));

        var places = await PlacesAsync(db, cancellationToken);
        var offers = DemoOffers.Create(all, places, recruiter, accounts[Role.Dites32Recruiter].Id, now);
        db.AddRange(offers);
        db.AddRange(DemoPhotos.AddTo(offers.Single(o => o.Title == DemoOffers.WithPhotos), recruiter, 0, 1));
        db.AddRange(DemoPhotos.AddTo(offers.Single(o => o.Kind == OfferKind.OneOffReplacement), recruiter, 1, 0, 2));
        db.AddRange(DemoPhotos.AddTo(offers.Single(o => o.Kind == OfferKind.Assistantship), recruiter, 2)); // anonymous: nobody sees it
        db.AddRange(await DemoApplications.CreateAsync(db, offers, recruiter, now, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task<DemoPlaces> PlacesAsync(AppDbContext db, CancellationToken cancellationToken) => new(
        await db.Communes.ToDictionaryAsync(c => c.InseeCode, cancellationToken),
        await db.Epcis.ToDictionaryAsync(e => e.Code, e => e.Name, cancellationToken),
        await db.Specialties.ToDictionaryAsync(s => s.Code, s => s.Label, cancellationToken));
}

/// <summary>The names that an offer's place is made of.</summary>
internal sealed record DemoPlaces(
    IReadOnlyDictionary<string, Commune> Communes, IReadOnlyDictionary<string, string> Epcis, IReadOnlyDictionary<string, string> Specialties)
{
    public OfferPlace Of(Site site, string? specialtyCode)
    {
        var commune = Communes[site.InseeCode];
        return new OfferPlace(
            commune.InseeCode, commune.Name, commune.EpciCode, Epcis[commune.EpciCode], site.Name,
            specialtyCode is null ? null : Specialties[specialtyCode]);
    }
}
