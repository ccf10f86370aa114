using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Demo;

/// <summary>One fictitious offer of most kinds, on line since some days.</summary>
internal static class DemoOffers
{
    private const string Fleurance = "Centre territorial de santé de Fleurance";
    private const string VicFezensac = "Centre territorial de santé de Vic-Fezensac";
    private const string Plaisance = "Centre territorial de santé de Plaisance";
    private const string Marciac = "Antenne de Marciac";
    private const string Estang = "Antenne d'Estang";
    private const string General = "medecine-generale";

    /// <summary>The title of one that has photos.</summary>
    public const string WithPhotos = "Médecin généraliste au centre de santé de Fleurance";

    public static List<Offer> Create(
        IReadOnlyDictionary<string, Site> sites, DemoPlaces places, Guid recruiter, Guid mission, DateTimeOffset now)
    {
        var today = now.ParisDay();
        Offer Publish(string site, OfferKind kind, string title, string text, int daysAgo, Dictionary<string, string> details,
            string? specialty = General, bool anonymous = false, DateRange[]? ranges = null, int openFor = 60)
        {
            var at = now.AddDays(-daysAgo).AddMinutes(-daysAgo * 7);
            var isDoctors = kind.IsForDoctors();
            var offer = Offer.Draft(Guid.CreateVersion7(), kind, new OfferText
            {
                SiteId = sites[site].Id,
                Title = title,
                Description = $"{text}\n\nOffre de démonstration\u00a0: le poste et les personnes sont fictifs.",
                SpecialtyCode = isDoctors ? specialty : null,
                StartsOn = ranges is null ? today.AddDays(60) : null,
                Ranges = ranges ?? [],
                ClosesOn = today.AddDays(openFor),
                ReferentId = kind == OfferKind.SolidaritySession ? mission : recruiter,
                ContactPhone = "0562000000",
                IsAnonymous = anonymous,
                CdgNumber = kind.IsEmployment() ? "V032260000000" : null,
                CdgPublishedOn = kind.IsEmployment() ? at.ParisDay() : null,
                Details = details,
            }, places.Of(sites[site], isDoctors ? specialty : null), recruiter, at);
            offer.Publish(mayPublishAlone: true, recruiter, at, at.ParisDay());
            return offer;
        }

        return
        [
            Publish(Fleurance, OfferKind.HealthCentrePost, WithPhotos,
                "Rejoignez une équipe de trois médecins, une infirmière en pratique avancée et deux secrétaires. Journées organisées ensemble, réunion d'équipe chaque semaine, visites à domicile avec une voiture du centre.",
                2, new() { ["working_time"] = "either", ["weekly_hours"] = "35", ["contract"] = "CDI ou contrat de trois ans renouvelable", ["pay_scale"] = "Par référence à la grille des praticiens hospitaliers", ["car"] = "oui", ["secretariat"] = "on_site", ["medical_assistant"] = "oui", ["nurse"] = "oui", ["supervisor"] = "oui", ["zone"] = "zip", ["zone_on"] = "2026-01-01", ["housing"] = "offered", ["housing_family"] = "oui", ["minutes_auch"] = "25", ["minutes_toulouse"] = "75", ["minutes_emergency"] = "25", ["school"] = "École, collège et lycée sur place", ["fibre"] = "oui" }),
            Publish(VicFezensac, OfferKind.HealthCentrePost, "Médecin généraliste à mi-temps à Vic-Fezensac",
                "Un mi-temps pour qui veut garder du temps, ou une autre activité. Patientèle suivie par l'équipe, pas de garde imposée.",
                5, new() { ["working_time"] = "part", ["weekly_hours"] = "17.5", ["contract"] = "CDI", ["secretariat"] = "on_site", ["medical_assistant"] = "oui", ["zone"] = "zip", ["zone_on"] = "2026-01-01", ["housing"] = "none", ["minutes_auch"] = "35" }),
            Publish(Plaisance, OfferKind.MedicalSecretary, "Secrétaire médical au centre de santé de Plaisance",
                "Accueil, prise de rendez-vous et coordination avec les médecins et les infirmières.",
                8, new() { ["working_time"] = "full", ["weekly_hours"] = "35", ["contract"] = "CDD d'un an renouvelable", ["duties"] = "Accueil, agenda, courrier, lien avec l'antenne de Marciac.", ["housing"] = "none" }),
            Publish(Marciac, OfferKind.MedicalAssistant, "Assistant médical à l'antenne de Marciac",
                "Préparer la consultation, mesurer, vacciner, accompagner\u00a0: vous donnez du temps aux médecins et de l'attention aux patients.",
                11, new() { ["working_time"] = "part", ["weekly_hours"] = "20", ["contract"] = "CDI", ["housing"] = "rented", ["housing_rent"] = "420" }),
            Publish(DemoSites.Mirande, OfferKind.LiberalAssociation, "Association en maison de santé à Mirande",
                "Cinq médecins, des kinésithérapeutes, une sage-femme et un laboratoire sous le même toit. Le projet de santé est écrit, les locaux sont neufs.",
                3, new() { ["half_days"] = "8", ["rent"] = "650", ["secretariat"] = "on_site", ["nurse"] = "oui", ["other_professions"] = "Kinésithérapeutes, sage-femme, psychologue", ["supervisor"] = "oui", ["consultations"] = "22", ["zone"] = "zip", ["zone_on"] = "2026-01-01", ["zfrr"] = "oui", ["zfrr_on"] = "2024-07-01", ["housing"] = "none", ["minutes_auch"] = "25" }),
            Publish(DemoSites.Condom, OfferKind.LiberalTakeover, "Reprise d'un cabinet à Condom",
                "Départ en retraite d'un médecin installé depuis trente ans, qui reste six mois à vos côtés. Cabinet de groupe avec un confrère et une infirmière.",
                6, new() { ["half_days"] = "9", ["price"] = "0", ["rent"] = "480", ["retirement_on"] = today.AddMonths(8).ForMachines(), ["secretariat"] = "remote", ["active_patients"] = "1350", ["consultations"] = "24", ["visits"] = "6", ["zone"] = "zac", ["zone_on"] = "2026-01-01", ["housing"] = "none" }),
            Publish(DemoSites.Samatan, OfferKind.Collaboration, "Collaboration à Samatan",
                "À quarante minutes de Toulouse, une collaboration pour essayer avant de s'installer. Temps réservé pour vos propres patients.",
                9, new() { ["contract"] = "Deux ans", ["own_patients"] = "Deux demi-journées par semaine", ["fee"] = "20", ["half_days"] = "6", ["secretariat"] = "on_site", ["software"] = "Au choix", ["housing"] = "none", ["minutes_toulouse"] = "40" }),
            Publish(DemoSites.Lectoure, OfferKind.OneOffReplacement, "Remplacement d'été à Lectoure",
                "Deux fois deux semaines en juillet et en août, logement au-dessus du cabinet, piscine municipale à deux pas.",
                1, new() { ["retrocession"] = "80", ["secretariat"] = "remote", ["consultations"] = "18", ["housing"] = "offered", ["housing_family"] = "oui" },
                ranges: [new(today.AddDays(75), today.AddDays(88)), new(today.AddDays(105), today.AddDays(118))]),
            Publish(DemoSites.Samatan, OfferKind.RegularReplacement, "Remplacement chaque mardi à Samatan",
                "Un jour par semaine, toute l'année, avec un confrère présent.",
                4, new() { ["weekdays"] = "Mardi toute la journée", ["retrocession"] = "85", ["secretariat"] = "on_site", ["housing"] = "none" },
                ranges: [new(today.AddDays(20), today.AddDays(200))]),
            Publish(DemoSites.Auch, OfferKind.HospitalPost, "Pédiatre à Auch",
                "Une équipe de quatre pédiatres, une maternité de proximité, des consultations avancées dans le département.",
                12, new() { ["working_time"] = "full", ["contract"] = "CDI", ["on_call"] = "Une garde par semaine", ["housing"] = "offered" }, specialty: "pediatrie"),
            Publish(DemoSites.Nogaro, OfferKind.NursingHomePost, "Médecin coordonnateur d'un EHPAD près de Nogaro",
                "Deux jours par semaine auprès de soixante résidents, avec une infirmière coordinatrice expérimentée.",
                15, new() { ["working_time"] = "part", ["weekly_hours"] = "14", ["contract"] = "CDI", ["residents"] = "60", ["housing"] = "none" }, specialty: "geriatrie"),
            Publish(DemoSites.Condom, OfferKind.Assistantship, "Assistanat libéral en Armagnac",
                "Le titulaire préfère ne pas se faire connaître encore\u00a0: la mission Dites32 vous en dit plus.",
                7, new() { ["contract"] = "Un an renouvelable", ["half_days"] = "7", ["housing"] = "none" }, anonymous: true),
            Publish(Estang, OfferKind.SolidaritySession, "Deux jours par mois à Estang",
                "Des médecins d'ailleurs viennent deux jours par mois tenir la consultation de l'antenne.",
                10, new() { ["rhythm"] = "Deux jours consécutifs par mois", ["session_pay"] = "200", ["secretariat"] = "on_site", ["housing"] = "paid", ["red_zone"] = "oui", ["red_zone_on"] = "2025-09-01" }),
            Publish(DemoSites.Mirande, OfferKind.LiberalCreation, "Création d'un cabinet de cardiologie à Mirande",
                "Aucun cardiologue à moins de trente minutes\u00a0: la maison de santé vous réserve deux bureaux.",
                14, new() { ["half_days"] = "8", ["rent"] = "600", ["zone"] = "hz", ["zone_on"] = "2026-01-01", ["housing"] = "none" }, specialty: "medecine-cardiovasculaire"),
        ];
    }
}
