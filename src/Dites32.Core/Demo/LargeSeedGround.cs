using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>Where the made-up offers are: sites in real communes, the more people live there the more, and those who recruit for them.</summary>
internal sealed class LargeSeedGround
{
    private const int SiteCount = 160;
    private const int RecruiterCount = 60;
    private const string FirstRecruiter = "recrutement-00@jeu-d-essai.example";

    private static readonly (StructureKind Kind, string Name, OrganisationKind Owner, bool IsPublic)[] Places =
    [
        (StructureKind.HealthHouse, "Maison de santé", OrganisationKind.Association, false),
        (StructureKind.HealthCentre, "Centre de santé", OrganisationKind.Municipality, true),
        (StructureKind.GroupPractice, "Cabinet médical", OrganisationKind.Practice, false),
        (StructureKind.SoloPractice, "Cabinet individuel", OrganisationKind.Practice, false),
        (StructureKind.Hospital, "Centre hospitalier", OrganisationKind.HealthInstitution, true),
        (StructureKind.NursingHome, "EHPAD", OrganisationKind.Intercommunality, true),
        (StructureKind.OnCallHouse, "Maison médicale de garde", OrganisationKind.Association, false),
        (StructureKind.Clinic, "Clinique", OrganisationKind.HealthInstitution, false),
    ];

    private readonly DemoPlaces places;
    private readonly Dictionary<StructureKind, Weighted<SeedSite>> sites;

    private LargeSeedGround(DemoPlaces places, IEnumerable<SeedSite> sites)
    {
        this.places = places;
        this.sites = sites.GroupBy(s => s.Site.Kind).ToDictionary(
            g => g.Key, g => new Weighted<SeedSite>(g.OrderBy(s => s.Site.Name, StringComparer.Ordinal), s => places.Communes[s.Site.InseeCode].Population));
        Specialties = [.. places.Specialties.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Specialties { get; }

    public SeedSite SiteFor(OfferKind kind, Random random)
    {
        StructureKind[] fitting = kind switch
        {
            OfferKind.HospitalPost => [StructureKind.Hospital, StructureKind.Clinic],
            OfferKind.NursingHomePost => [StructureKind.NursingHome],
            OfferKind.OnCallRegulation => [StructureKind.OnCallHouse, StructureKind.Hospital],
            OfferKind.HealthCentrePost or OfferKind.MedicalAssistant or OfferKind.MedicalSecretary or OfferKind.ItOfficer => [StructureKind.HealthCentre],
            _ => [StructureKind.HealthHouse, StructureKind.GroupPractice, StructureKind.SoloPractice],
        };
        return sites[random.Of(fitting)].Draw(random);
    }

    public OfferPlace PlaceOf(Site site, string? specialtyCode) => places.Of(site, specialtyCode);

    /// <summary>Made once; a second run finds them.</summary>
    public static async Task<LargeSeedGround> PrepareAsync(AppDbContext db, DateTimeOffset now, CancellationToken stop)
    {
        var places = new DemoPlaces(
            await db.Communes.ToDictionaryAsync(c => c.InseeCode, stop),
            await db.Epcis.ToDictionaryAsync(e => e.Code, e => e.Name, stop),
            await db.Specialties.ToDictionaryAsync(s => s.Code, s => s.Label, stop));
        if (!await db.Users.AnyAsync(u => u.Email == FirstRecruiter, stop))
        {
            Add(db, places, now);
            await db.SaveChangesAsync(stop);
        }

        var known = await (
            from membership in db.SiteMemberships
            join account in db.Users on membership.AccountId equals account.Id
            join site in db.Sites on membership.SiteId equals site.Id
            join organisation in db.Organisations on site.OrganisationId equals organisation.Id
            where account.Email!.EndsWith("@jeu-d-essai.example")
            orderby account.Email
            select new { site, organisation.IsPublicEmployer, account.Id }).ToListAsync(stop);
        return new LargeSeedGround(places, known.GroupBy(k => k.site.Id)
            .Select(g => new SeedSite(g.First().site, g.First().IsPublicEmployer, [.. g.Select(k => k.Id)])));
    }

    private static void Add(AppDbContext db, DemoPlaces places, DateTimeOffset now)
    {
        var random = new Random(1);
        var recruiters = Enumerable.Range(0, RecruiterCount)
            .Select(i => Account.Confirmed($"recrutement-{i:00}@jeu-d-essai.example", LargeSeedWords.Name(random), passwordHash: null)).ToList();
        db.AddRange(recruiters);
        db.AddRange(recruiters.SelectMany(a => AccountFactory.Roles(a, Role.SiteRecruiter)));
        var communes = new Weighted<Commune>(places.Communes.Values.OrderBy(c => c.InseeCode, StringComparer.Ordinal), c => c.Population);
        foreach (var i in Enumerable.Range(0, SiteCount))
        {
            var (kind, name, owner, isPublic) = Places[i % Places.Length];
            var commune = communes.Draw(random);
            var organisation = Organisation.Create($"{name} {i + 1} – {commune.Name} (jeu d'essai)", owner, isPublic, siret: null).Value;
            var site = Site.Create(organisation.Id, kind, $"{name} {LargeSeedWords.Of(commune.Name)} (jeu d'essai {i + 1})", commune.InseeCode).Value;
            site.Trust(now.AddDays(-1200));
            db.AddRange(organisation, site);
            db.AddRange(new[] { i % RecruiterCount, (i * 7 + 3) % RecruiterCount }.Distinct()
                .Select(r => SiteMembership.Of(recruiters[r].Id, site.Id, now.AddDays(-1200))));
        }
    }
}

internal sealed record SeedSite(Site Site, bool IsPublicEmployer, IReadOnlyList<Guid> Recruiters);

/// <summary>Draws the heavier ones more often.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] items;
    private readonly double[] sums;

    public Weighted(IEnumerable<T> items, Func<T, double> weight)
    {
        this.items = [.. items];
        sums = new double[this.items.Length];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = sum += Math.Max(1, weight(this.items[i]));
        }
    }

    public T Draw(Random random)
    {
        var found = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return items[found < 0 ? ~found : found];
    }
}

internal static class Draws
{
    public static T Of<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>The first items much more often than the last ones, as words are in real texts.</summary>
    public static T SeldomOf<T>(this Random random, IReadOnlyList<T> items) => items[(int)(Math.Pow(random.NextDouble(), 2.5) * items.Count)];

    public static bool Chance(this Random random, double share) => random.NextDouble() < share;
}
