using System.Globalization;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Demo;

/// <summary>Makes an offer and lets it live its life, by its own rules.</summary>
internal sealed class LargeSeedOffers(LargeSeedGround ground, Random random)
{
    private const string General = "medecine-generale";

    private static readonly Weighted<OfferKind> Kinds = new(OfferKinds.All, kind => kind switch
    {
        OfferKind.OneOffReplacement => 22,
        OfferKind.HealthCentrePost => 15,
        OfferKind.RegularReplacement or OfferKind.LiberalAssociation or OfferKind.Collaboration => 9,
        OfferKind.MedicalSecretary or OfferKind.MedicalAssistant or OfferKind.HospitalPost => 6,
        OfferKind.ItOfficer => 1,
        _ => 3,
    });

    public Offer Make(LargeSeedPlan plan)
    {
        var kind = Kinds.Draw(random);
        var site = ground.SiteFor(kind, random);
        var specialty = kind.IsForDoctors() ? random.Chance(0.6) ? General : random.SeldomOf(ground.Specialties) : null;
        var place = ground.PlaceOf(site.Site, specialty);
        var referent = random.Of(site.Recruiters);
        var firstDay = (plan.PublishedAt ?? plan.CreatedAt).ParisDay();
        var declared = site.IsPublicEmployer && kind.IsEmployment() && random.Chance(0.9);
        var offer = Offer.Draft(Guid.CreateVersion7(), kind, new OfferText
        {
            SiteId = site.Site.Id,
            Title = LargeSeedWords.Title(kind, place, random),
            Description = LargeSeedWords.Description(kind, place, random),
            SpecialtyCode = specialty,
            StartsOn = kind.HasDateRanges() || random.Chance(0.3) ? null : firstDay.AddDays(random.Next(20, 240)),
            Ranges = kind.HasDateRanges() ? Ranges(firstDay) : [],
            ClosesOn = plan.ClosesOn,
            ReferentId = referent,
            ContactPhone = random.Chance(0.7) ? $"0562{random.Next(1_000_000):000000}" : null,
            IsAnonymous = random.Chance(0.06),
            CdgNumber = declared ? $"V032{firstDay:yyMMdd}{random.Next(100_000):00000}" : null,
            CdgPublishedOn = declared ? firstDay.AddDays(-random.Next(0, 20)) : null,
            Details = Details(kind, firstDay),
        }, place, referent, plan.CreatedAt);
        Live(offer, plan, referent);
        return offer;
    }

    private void Live(Offer offer, LargeSeedPlan plan, Guid referent)
    {
        if (plan.Status == OfferStatus.ToModerate)
        {
            Must(offer.Publish(mayPublishAlone: false, referent, plan.CreatedAt, plan.CreatedAt.ParisDay()));
        }

        if (plan.PublishedAt is not { } online)
        {
            return;
        }

        Must(offer.Publish(mayPublishAlone: true, referent, online, online.ParisDay()));
        switch (plan.Status)
        {
            case OfferStatus.Filled:
                Must(offer.Fill(referent, plan.EndedAt!.Value));
                break;
            case OfferStatus.Expired:
                Must(offer.Expire(plan.EndedAt!.Value));
                break;
            case OfferStatus.Withdrawn:
                Must(offer.Withdraw(random.Of(LargeSeedWords.WithdrawalReasons), referent, plan.EndedAt!.Value));
                break;
        }
    }

    public static void Must(Result result)
    {
        if (result.Error is { } error)
        {
            throw new InvalidOperationException($"The made-up data broke a rule: {error.Code}");
        }
    }

    private DateRange[] Ranges(DateOnly firstDay)
    {
        var ranges = new List<DateRange>();
        var day = firstDay.AddDays(random.Next(10, 120));
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var last = day.AddDays(random.Next(0, 21));
            ranges.Add(new DateRange(day, last));
            day = last.AddDays(random.Next(7, 60));
        }

        return [.. ranges];
    }

    private Dictionary<string, string> Details(OfferKind kind, DateOnly firstDay) => OfferFields.Of(kind)
        .Where(field => field.IsRequired(kind) || random.Chance(field.Code is "housing" or "zone" ? 0.85 : 0.55))
        .ToDictionary(field => field.Code, field => field.Type switch
        {
            OfferFieldType.YesNo => random.Chance(0.6) ? "oui" : "non",
            OfferFieldType.Choice => random.Of(field.Choices).Value,
            OfferFieldType.Date => firstDay.AddDays(-random.Next(0, 300)).ForMachines(),
            OfferFieldType.Percent => (random.Next(2, 18) * 5).ToString(CultureInfo.InvariantCulture),
            OfferFieldType.Number or OfferFieldType.Money => Number(field.Code).ToString(CultureInfo.InvariantCulture),
            _ => LargeSeedWords.Answer(field.Code, random),
        });

    private int Number(string code) => code switch
    {
        "weekly_hours" => random.Next(15, 40),
        "pay_min" => random.Next(30, 70) * 1000,
        "pay_max" => random.Next(70, 110) * 1000,
        "days_off" => random.Next(25, 50),
        "half_days" => random.Next(2, 10),
        "price" => random.Next(0, 60) * 1000,
        "rent" or "housing_rent" => random.Next(25, 90) * 10,
        "session_pay" => random.Next(20, 60) * 10,
        "consultations" => random.Next(14, 32),
        "visits" => random.Next(0, 20),
        "active_patients" => random.Next(400, 1900),
        _ => random.Next(5, 95),
    };
}
