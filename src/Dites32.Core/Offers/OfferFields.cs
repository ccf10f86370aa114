using static Dites32.Core.Offers.OfferFieldGroup;
using static Dites32.Core.Offers.OfferFieldType;
using static Dites32.Core.Offers.OfferKind;

namespace Dites32.Core.Offers;

/// <summary>Which kind of offer asks for what, on one screen. The form, its validation and the page are drawn from this table.</summary>
public static class OfferFields
{
    private static readonly OfferKind[] Doctors = [.. OfferKinds.All.Where(k => k.IsForDoctors())];
    private static readonly OfferKind[] Liberal = [.. OfferKinds.All.Where(k => k.Family() == OfferFamily.Liberal)];
    private static readonly OfferKind[] Employed = [.. OfferKinds.All.Where(k => k.IsEmployment())];
    private static readonly OfferKind[] Practice = [.. Liberal, Adjunct, OneOffReplacement, RegularReplacement];
    private static readonly OfferKind[] Consulting = [.. Practice, HealthCentrePost];

    private static readonly (OfferField Field, OfferKind[] Kinds, OfferKind[] RequiredFor)[] Table =
    [
        (new("working_time", Contract, "Temps de travail", Choice) { Choices = [("full", "Temps plein"), ("part", "Temps partiel"), ("either", "Temps plein ou partiel")] }, Employed, Employed),
        (new("weekly_hours", Contract, "Durée hebdomadaire", Number, "h par semaine"), Employed, []),
        (new("contract", Contract, "Contrat et durée", Text) { Hint = "Par exemple\u00a0: CDI, ou contrat de trois ans renouvelable." }, [.. Employed, Collaboration, Assistantship, Adjunct], Employed),
        (new("pay_scale", Contract, "Grille et échelon", Text), Employed, []),
        (new("pay_min", Contract, "Rémunération brute annuelle, à partir de", Money, "€"), Employed, []),
        (new("pay_max", Contract, "Rémunération brute annuelle, jusqu'à", Money, "€"), Employed, []),
        (new("days_off", Contract, "Congés et RTT", Number, "jours par an"), Employed, []),
        (new("car", Contract, "Voiture de service", YesNo), Employed, []),
        (new("half_days", Contract, "Demi-journées par semaine", Number), [.. Liberal, Adjunct, RegularReplacement, NursingHomePost, HospitalPost], []),
        (new("weekdays", Contract, "Jours demandés", Text) { Hint = "Par exemple\u00a0: mardi et jeudi toute la journée." }, [RegularReplacement], [RegularReplacement]),
        (new("retrocession", Contract, "Rétrocession d'honoraires", Percent, "%"), [OneOffReplacement, RegularReplacement, Adjunct], []),
        (new("fee", Contract, "Redevance de collaboration", Percent, "%"), [Collaboration], []),
        (new("own_patients", Contract, "Temps réservé à la patientèle personnelle", Text) { Hint = "Le contrat de collaboration doit le prévoir." }, [Collaboration], [Collaboration]),
        (new("price", Contract, "Prix de cession ou des parts", Money, "€"), [LiberalTakeover, LiberalAssociation], []),
        (new("rent", Contract, "Loyer professionnel", Money, "€ par mois"), [LiberalCreation, LiberalTakeover, LiberalAssociation, Collaboration], []),
        (new("retirement_on", Contract, "Départ du médecin actuel", Date), [LiberalTakeover], []),
        (new("rhythm", Contract, "Rythme des vacations", Text), [SolidaritySession, OnCallRegulation], [SolidaritySession, OnCallRegulation]),
        (new("session_pay", Contract, "Rémunération d'une vacation", Money, "€"), [SolidaritySession, OnCallRegulation], []),

        (new("secretariat", Team, "Secrétariat", Choice) { Choices = [("on_site", "Sur place"), ("remote", "À distance"), ("none", "Aucun")] }, [.. Consulting, SolidaritySession], []),
        (new("secretariat_hours", Team, "Horaires du secrétariat", Text), Consulting, []),
        (new("medical_assistant", Team, "Assistant médical", YesNo), Consulting, []),
        (new("nurse", Team, "Infirmier Asalée ou en pratique avancée", YesNo), Consulting, []),
        (new("other_professions", Team, "Autres professionnels sur place", Text), [.. Doctors], []),
        (new("supervisor", Team, "Maître de stage sur place", YesNo), Consulting, []),
        (new("software", Team, "Logiciel", Text), [.. Consulting, HospitalPost, NursingHomePost, MedicalAssistant, MedicalSecretary, ItOfficer], []),
        (new("technical_room", Team, "Plateau technique", Text) { Hint = "ECG, échographe, petite chirurgie…" }, [.. Consulting, HospitalPost], []),

        (new("consultations", Activity, "Consultations par jour", Number), Consulting, []),
        (new("visits", Activity, "Visites par semaine", Number), Consulting, []),
        (new("home_share", Activity, "Part des visites à domicile", Percent, "%"), Consulting, []),
        (new("active_patients", Activity, "Patients suivis (file active)", Number), [.. Liberal, HealthCentrePost], []),
        (new("residents", Activity, "Résidents", Number), [NursingHomePost], []),
        (new("on_call", Activity, "Gardes (permanence des soins)", Text) { Hint = "Secteur, nuits et week-ends par mois, sur la base du volontariat ou non." }, Doctors, []),
        (new("duties", Activity, "Missions", LongText), [MedicalAssistant, MedicalSecretary, ItOfficer, NursingHomePost, HospitalPost], []),

        (new("minutes_auch", Area, "Auch", Number, "min") { TellsWhere = true, Hint = "Trajet en voiture." }, [.. OfferKinds.All], []),
        (new("minutes_toulouse", Area, "Toulouse", Number, "min") { TellsWhere = true, Hint = "Trajet en voiture." }, [.. OfferKinds.All], []),
        (new("minutes_emergency", Area, "Service d'urgences", Number, "min") { TellsWhere = true, Hint = "Trajet en voiture." }, Doctors, []),
        (new("zone", Area, "Zonage des médecins", Choice) { Choices = [("zip", "Zone d'intervention prioritaire (ZIP)"), ("zac", "Zone d'action complémentaire (ZAC)"), ("hz", "Hors zonage")] }, Doctors, []),
        (new("zone_on", Area, "Zonage constaté le", Date), Doctors, []),
        (new("zfrr", Area, "France ruralités revitalisation (ZFRR)", YesNo), Doctors, []),
        (new("zfrr_on", Area, "ZFRR constatée le", Date), Doctors, []),
        (new("qpv", Area, "Quartier prioritaire (QPV)", YesNo) { TellsWhere = true }, Doctors, []),
        (new("qpv_on", Area, "QPV constaté le", Date) { TellsWhere = true }, Doctors, []),
        (new("red_zone", Area, "Zone rouge (solidarité territoriale)", YesNo), Doctors, []),
        (new("red_zone_on", Area, "Zone rouge constatée le", Date), Doctors, []),

        (new("housing", Life, "Logement", Choice) { Choices = [("none", "Pas de logement proposé"), ("offered", "Mis à disposition"), ("paid", "Pris en charge"), ("rented", "À louer")] }, [.. OfferKinds.All], []),
        (new("housing_rent", Life, "Loyer du logement", Money, "€ par mois"), [.. OfferKinds.All], []),
        (new("housing_family", Life, "Logement adapté à une famille", YesNo), [.. OfferKinds.All], []),
        (new("school", Life, "Écoles", Text) { TellsWhere = true }, [.. OfferKinds.All], []),
        (new("nursery", Life, "Crèche", Text) { TellsWhere = true }, [.. OfferKinds.All], []),
        (new("fibre", Life, "Fibre", YesNo), [.. OfferKinds.All], []),
    ];

    public static IReadOnlyList<OfferField> All { get; } = [.. Table.Select(row => row.Field)];

    private static readonly Dictionary<OfferKind, IReadOnlyList<OfferField>> ByKind =
        OfferKinds.All.ToDictionary(kind => kind, IReadOnlyList<OfferField> (kind) => [.. Table.Where(row => row.Kinds.Contains(kind)).Select(row => row.Field)]);

    /// <summary>The fields a kind asks for, in order.</summary>
    public static IReadOnlyList<OfferField> Of(OfferKind kind) => ByKind[kind];

    public static bool IsRequired(this OfferField field, OfferKind kind) =>
        Table.Any(row => row.Field.Code == field.Code && row.RequiredFor.Contains(kind));

    public static OfferField? Find(string code) => All.FirstOrDefault(field => field.Code == code);
}
