namespace Dites32.Core.Applications;

/// <summary>What must play no part in a recruitment (Labour Code, L. 1132-1; RGPD, art. 9; CNIL).</summary>
internal enum NoteTopic { Health, Family, Origin, Religion, Opinion, Age, PrivateLife }

/// <summary>
/// The words by which a note may speak of such a thing. One entry between commas: a word, some words, or the beginning of
/// one (*). An entry with accents is looked for with them (« marié » is not the name Marie), another without.
/// </summary>
internal static class NoteTopics
{
    public static string Label(this NoteTopic topic) => topic switch
    {
        NoteTopic.Health => "la santé",
        NoteTopic.Family => "la famille",
        NoteTopic.Origin => "l'origine",
        NoteTopic.Religion => "la religion",
        NoteTopic.Opinion => "les opinions",
        NoteTopic.Age => "l'âge",
        NoteTopic.PrivateLife => "la vie privée",
    };

    public static string WordsOf(NoteTopic topic) => topic switch
    {
        NoteTopic.Health => """
            malade, maladie, depressi*, deprime*, depression, burn out, burnout, surmenage, handicap*, invalidite, rqth, enceinte, grossesse,
            conge maladie, arret maladie, arret de travail, etat de sante, sa sante, bonne sante, mauvaise sante, sante fragile, probleme de sante,
            problemes de sante, ennui de sante, ennuis de sante, souci de sante, soucis de sante, raison de sante, raisons de sante, diabetique, asthmatique,
            epileptique, seropositi*, vih, cancer, alcoolique, alcoolisme, boit, drogue, drogues, drogué, droguée, addict, fauteuil roulant, sourd, sourde,
            aveugle, malentendant*, malvoyant*, suivi psychologique, suivie psychologique, sous traitement, hospitalise, hospitalisee, fumeur, fumeuse,
            surpoids, bipolaire, psychologiquement, fausse couche
            """,
        NoteTopic.Family => """
            mari, marié, mariée, mariés, epoux, epouse, sa femme, son compagnon, sa compagne, son copain, sa copine, son ami, conjoint, conjointe, conjoints,
            concubin*, pacs, pacsé, pacsée, celibataire, divorc*, separe de, separee de, veuf, veuve, enfant, enfants, bebe, bebes, son fils, ses fils, un fils,
            sa fille, ses filles, une fille, famille, familles, familial, familiale, familiales, familiaux, ses parents, sa mere, son pere, beaux parents,
            belle mere, beau pere, belle famille, conge maternite, conge de maternite, conge paternite, conge parental, garde alternee, nounou, creche,
            mere de, pere de, maman, papa
            """,
        NoteTopic.Origin => """
            son origine, ses origines, d origine, origine etrangere, origines, nationalite, nationalites, etranger, etrangere, etrangers, etrangeres, immigre*,
            immigration, couleur de peau, peau noire, peau blanche, race, racial*, son accent, fort accent, accent prononce, accent etranger, arabe, arabes,
            maghreb*, africain*, asiatique, asiatiques, algerien*, marocain*, tunisien*, senegalais*, camerounais*, malgache, malgaches, roumain*, bulgare,
            bulgares, syrien*, libanais*, turc, turcs, turque, turques, gitan*, rom, roms, gens du voyage, sans papiers, titre de sejour
            """,
        NoteTopic.Religion => """
            religion, religions, religieu*, musulman*, islam*, juif, juifs, juive, juives, judaisme, catholique, catholiques, chretien*, protestant*,
            evangelique, evangeliques, bouddhis*, hindou*, porte le voile, porte un voile, son voile, voilée, foulard, kippa, priere, prieres, ramadan, halal,
            casher, jehovah, mosquee, synagogue, croyant, croyante, athee
            """,
        NoteTopic.Opinion => """
            opinion politique, opinions politiques, ses opinions, idees politiques, engagement politique, parti politique, militant*, syndicat, syndicats,
            syndical*, syndique, syndiquee, est de gauche, est de droite, extreme droite, extreme gauche, communiste*, socialiste*, gilet jaune, gilets jaunes,
            greviste*, vote pour, vote a, franc macon*, antivax, anti vaccin*, complotiste*, encarte, encartee
            """,
        NoteTopic.Age => """
            trop vieux, trop vieille, trop jeune, trop age, trop agee, son age, âgé de, âgée de, vieillissant, vieillissante, proche de la retraite,
            pres de la retraite
            """,
        NoteTopic.PrivateLife => """
            homosexuel*, gay, lesbienne*, orientation sexuelle, transgenre, transsexuel*, vie privee, vie sexuelle, casier judiciaire, ses dettes, surendett*
            """,
    };

    /// <summary>The same words about medicine and the trade, which are left alone.</summary>
    public const string OfTheTrade = """
        medecin de famille, medecins de famille, medecine de famille, famille d accueil, familles d accueil, accueil des familles, familles des patients,
        familles des residents, famille du patient, famille du resident, planning familial, planification familiale, maison familiale,
        de l enfant, enfants hospitalises, pour enfants, consultation d enfants, consultations d enfants, consultations enfants, urgences enfants,
        enfants et adolescents, pediatrie enfants, suivi des enfants, vaccination des enfants, aide sociale a l enfance,
        suivi de grossesse, suivis de grossesse, suivi des grossesses, echographie de grossesse, interruption volontaire de grossesse, grossesses a risque,
        l enceinte, maladie infectieuse, maladie chronique, maladie professionnelle, patient malade, patients malades, caisse d assurance maladie,
        assurance maladie, caisse primaire d assurance maladie, cancer du sein, cancer colorectal, depistage du cancer, depistage des cancers, plan cancer,
        personnes handicapees, personne handicapee, patients handicapes, accueil du handicap, maison departementale des personnes handicapees, consultation handicap,
        arret de travail des patients, patient diabetique, patients diabetiques, patients sourds, 
        patiente hospitalisee, patient hospitalise, depression des patients, sous traitement substitutif,
        ville d origine, faculte d origine, universite d origine, region d origine, hopital d origine, service d origine, specialite d origine,
        etablissement d origine, site d origine, corps d origine, a l etranger, diplome etranger, diplomes etrangers, medecins etrangers diplomes,
        parle arabe, parle turc, parle roumain, origines des patients, origine des patients, origine de la candidature,
        etablissement religieux, congregation religieuse, croix rouge,
        syndicat mixte, syndicat intercommunal, syndicat d initiative, grille syndicale, chambre syndicale, syndicat des medecins generalistes,
        enseignement catholique, institut catholique, creche du personnel, creche hospitaliere
        """;
}
