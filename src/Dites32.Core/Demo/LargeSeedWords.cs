using Dites32.Core.Offers;

namespace Dites32.Core.Demo;

/// <summary>The words of the made-up data: some in most texts, some in very few, so that a search has something to choose from.</summary>
internal static class LargeSeedWords
{
    private static readonly string[] FirstNames =
    [
        "Camille", "Claire", "Hugo", "Inès", "Julien", "Léa", "Louis", "Manon", "Mathis", "Nadia", "Nicolas", "Océane", "Paul", "Pauline",
        "Quentin", "Rachid", "Romane", "Samuel", "Sarah", "Théo", "Valérie", "Yann", "Zoé", "Amélie", "Bastien", "Chloé", "Damien", "Élise",
        "Fabien", "Gaëlle", "Hélène", "Isabelle", "Karim", "Laurent", "Mélanie", "Olivier", "Perrine", "Sophie", "Thomas", "Virginie",
    ];

    private static readonly string[] LastNames =
    [
        "Dupouy", "Lacoste", "Cassagne", "Darroux", "Lafitte", "Sentex", "Barbé", "Castéra", "Duffau", "Labadie", "Sarrade", "Tujague", "Abadie",
        "Bégué", "Capdeville", "Dauzère", "Fourcade", "Garros", "Héraut", "Idrac", "Jourdan", "Larrieu", "Monge", "Navarre", "Pujol", "Ricau",
        "Saint-Martin", "Taran", "Verdier", "Bajon", "Cénac", "Despax", "Esparbès", "Gimont", "Laborde", "Mauroux", "Noilhan", "Péré", "Ranson",
    ];

    /// <summary>The most usual first.</summary>
    private static readonly string[] Assets =
    [
        "une équipe soudée", "un secrétariat sur place", "une patientèle fidèle", "un logiciel partagé", "un planning souple", "une infirmière Asalée",
        "un assistant médical", "un cabinet rénové", "un échographe", "un accueil d'internes", "un électrocardiographe", "une salle de petite chirurgie",
        "un kinésithérapeute voisin", "une pharmacie en face", "un parking réservé", "un laboratoire à proximité", "une sage-femme", "un orthophoniste",
        "une psychologue", "un chirurgien-dentiste", "un projet de télémédecine", "une salle de réunion", "un spiromètre", "un dermatoscope",
        "un podologue", "une diététicienne", "un fauteuil de gynécologie", "une ergothérapeute", "un holter tensionnel", "un rétinographe",
    ];

    private static readonly string[] Activities =
    [
        "la médecine générale", "les visites à domicile", "le suivi des maladies chroniques", "la pédiatrie", "la gériatrie", "la gynécologie",
        "la petite chirurgie", "les soins palliatifs", "la prévention", "la vaccination", "l'éducation thérapeutique", "l'addictologie",
        "la médecine du sport", "la traumatologie", "la régulation", "la santé mentale", "la dermatologie", "l'échographie",
        "la coordination gériatrique", "la médecine scolaire", "la rhumatologie", "la nutrition", "le dépistage", "la médecine manuelle", "l'hypnose", "la mésothérapie",
    ];

    private static readonly string[] Surroundings =
    [
        "la campagne", "le marché du samedi", "les écoles", "les vallons", "les Pyrénées à l'horizon", "la gare routière", "les bastides", "le canard et les bons produits",
        "le rugby", "le jazz en été", "les vignes de l'Armagnac", "les chemins de Compostelle", "le cinéma associatif", "la piscine", "le théâtre",
        "la course landaise", "le lac", "la voile", "le golf", "l'équitation", "la médiathèque", "le tennis", "l'école de musique", "le château", "la cathédrale",
        "l'abbaye", "le vélo", "la randonnée", "l'aéroclub", "le musée", "le festival de bandes dessinées", "la montgolfière", "l'astronomie", "l'apiculture",
    ];

    private static readonly string[] Openings =
    [
        "Nous cherchons une personne qui aime travailler à plusieurs.", "Le départ d'un confrère nous conduit à chercher la relève.",
        "L'équipe s'agrandit et vous attend.", "Venez exercer dans un cadre où l'on prend le temps.", "Un poste à votre mesure, dans un département accueillant.",
        "La commune a construit des locaux neufs, il ne manque que vous.", "Nous voulons accueillir quelqu'un pour longtemps, ou pour commencer quelques mois.",
        "Le projet de santé du territoire s'écrit maintenant, avec vous.",
    ];

    private static readonly string[] Closings =
    [
        "Une visite est possible n'importe quel jour.", "Nous vous aidons à trouver un logement et une activité pour votre conjoint.",
        "Les débutants sont les bienvenus.", "Écrivez-nous, nous répondons dans la semaine.", "Un temps de tuilage est prévu.",
        "Les gardes sont régulées et partagées entre tous.", "Le tableau des congés se décide ensemble.", "Aucune garde n'est imposée.",
    ];

    private static readonly string[] Messages =
    [
        "Je souhaite m'installer dans le Gers et votre offre m'intéresse.", "Je remplace depuis deux ans et cherche un poste fixe.",
        "Je termine mon internat au printemps et serai disponible ensuite.", "Votre projet d'équipe me plaît, je viendrais volontiers vous rencontrer.",
        "Je connais bien le département, ma famille y vit.", "Je suis libre aux dates que vous proposez.",
    ];

    public static readonly IReadOnlyList<string> WithdrawalReasons =
        ["Le projet est reporté.", "Le poste est supprimé.", "Une autre organisation a été trouvée.", "Publiée par erreur."];

    public static string Name(Random random) => $"{random.Of(FirstNames)} {random.Of(LastNames)}";

    /// <summary>« d'Auch », « de Condom »</summary>
    public static string Of(string commune) => "AEÉIOUYHaeiou".Contains(commune[0], StringComparison.Ordinal) ? $"d'{commune}" : $"de {commune}";

    public static string Title(OfferKind kind, OfferPlace place, Random random)
    {
        var who = kind switch
        {
            OfferKind.MedicalAssistant => "Assistant médical",
            OfferKind.MedicalSecretary => "Secrétaire médical",
            OfferKind.ItOfficer => "Informaticien",
            OfferKind.NursingHomePost => "Médecin coordonnateur",
            _ when place.SpecialtyLabel is null or "Médecine générale" => "Médecin généraliste",
            _ => $"Médecin, {place.SpecialtyLabel.ToLowerInvariant()}",
        };
        var what = kind switch
        {
            OfferKind.LiberalCreation => "Créer son cabinet",
            OfferKind.LiberalTakeover => "Reprise d'un cabinet",
            OfferKind.LiberalAssociation => "Association",
            OfferKind.Collaboration => "Collaboration",
            OfferKind.Assistantship => "Assistanat",
            OfferKind.OneOffReplacement => "Remplacement",
            OfferKind.RegularReplacement => "Remplacement régulier",
            OfferKind.Adjunct => "Adjoint",
            OfferKind.SolidaritySession => "Vacations de solidarité",
            OfferKind.OnCallRegulation => "Régulation",
            _ => "Poste",
        };
        var title = $"{who}\u00a0: {what.ToLowerInvariant()}{(random.Chance(0.4) ? $" avec {random.SeldomOf(Assets)}" : "")}";
        return title.Length <= Offer.MaxTitleLength ? title : who[..Math.Min(who.Length, Offer.MaxTitleLength)];
    }

    public static string Description(OfferKind kind, OfferPlace place, Random random)
    {
        var sentences = new List<string>
        {
            random.Of(Openings),
            $"Vous trouverez {random.SeldomOf(Assets)}, {random.SeldomOf(Assets)} et {random.SeldomOf(Assets)}.",
            kind.IsForDoctors()
                ? $"L'activité comprend {random.SeldomOf(Activities)}, {random.SeldomOf(Activities)} et, si vous le souhaitez, {random.SeldomOf(Activities)}."
                : $"Vous travaillez avec les médecins, pour {random.SeldomOf(Activities)} comme pour {random.SeldomOf(Activities)}.",
            $"Sur place\u00a0: {random.SeldomOf(Surroundings)}, {random.SeldomOf(Surroundings)} et {random.SeldomOf(Surroundings)}.",
        };
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            sentences.Add(random.Chance(0.5)
                ? $"Nous tenons beaucoup à {random.SeldomOf(Activities)}."
                : $"Après la journée, on profite du pays\u00a0: {random.SeldomOf(Surroundings)}, {random.SeldomOf(Surroundings)}.");
        }

        sentences.Add(random.Of(Closings));
        return string.Join(' ', sentences.Take(3)) + "\n\n" + string.Join(' ', sentences.Skip(3));
    }

    public static string Message(Random random) => $"{random.Of(Messages)} {random.Of(Messages)}";

    /// <summary>An answer to a field of the offer's form, in words.</summary>
    public static string Answer(string code, Random random) => code switch
    {
        "contract" => random.Of(["CDI", "CDD d'un an renouvelable", "Contrat de trois ans renouvelable", "Six mois, puis à discuter"]),
        "pay_scale" => random.Of(["Grille des praticiens hospitaliers", "Grille des centres de santé", "Selon l'expérience"]),
        "weekdays" => random.Of(["Lundi et mardi", "Mercredi toute la journée", "Jeudi et vendredi", "Un samedi sur deux"]),
        "own_patients" => random.Of(["Une journée par semaine", "Deux demi-journées par semaine", "À convenir"]),
        "rhythm" => random.Of(["Deux journées par mois", "Une soirée par semaine", "Un week-end par mois"]),
        "secretariat_hours" => random.Of(["8\u00a0h à 18\u00a0h", "8\u00a0h\u00a030 à 12\u00a0h\u00a030", "Du lundi au samedi midi"]),
        "other_professions" => random.Of(["Infirmiers, kinésithérapeutes", "Infirmiers, sage-femme, podologue", "Pharmacie à côté"]),
        "software" => random.Of(["Logiciel labellisé Ségur", "Dossier partagé par l'équipe", "À choisir ensemble"]),
        "technical_room" => random.Of(["ECG", "ECG et échographe", "Petite chirurgie"]),
        "on_call" => random.Of(["Volontariat, une par mois", "Secteur régulé, deux par mois", "Aucune"]),
        "school" => random.Of(["École et collège", "De la maternelle au lycée", "École du village"]),
        "nursery" => random.Of(["Crèche municipale", "Maison d'assistantes maternelles", "Micro-crèche"]),
        _ => $"Accueil, suivi et coordination, avec {random.SeldomOf(Assets)}.",
    };
}
