namespace Dites32.Core.SpouseSupport;

/// <summary>Where the support of a partner stands (étape). Stored by name.</summary>
public enum SpouseCaseState
{
    /// <summary>Somebody has written, or was invited, and has not agreed yet.</summary>
    Contact,

    /// <summary>Has agreed; the interview is to be arranged.</summary>
    Consent,
    Interview,
    Project,
    Partners,
    Leads,
    Applications,
    InPost,
    BusinessCreated,
    Paused,
    Closed,
}

/// <summary>What the partner looks for.</summary>
public enum SpouseProject { Employment, OwnBusiness, Training, PublicService, RemoteWork, NoneForNow }

/// <summary>Married, bound by a PACS, or living together: the three count alike.</summary>
public enum Couple { Married, Pacs, LivingTogether }

public static class SpouseCaseLabels
{
    public static string Label(this SpouseCaseState state) => state switch
    {
        SpouseCaseState.Contact => "Premier contact",
        SpouseCaseState.Consent => "Accord donné",
        SpouseCaseState.Interview => "Entretien",
        SpouseCaseState.Project => "Projet",
        SpouseCaseState.Partners => "Partenaires",
        SpouseCaseState.Leads => "Pistes",
        SpouseCaseState.Applications => "Candidatures",
        SpouseCaseState.InPost => "En poste",
        SpouseCaseState.BusinessCreated => "Activité créée",
        SpouseCaseState.Paused => "En pause",
        SpouseCaseState.Closed => "Terminé",
    };

    /// <summary>What it means, to the person themselves.</summary>
    public static string Meaning(this SpouseCaseState state) => state switch
    {
        SpouseCaseState.Contact => "Votre demande est arrivée. Il reste à donner votre accord.",
        SpouseCaseState.Consent => "Nous vous appelons pour convenir d'un entretien.",
        SpouseCaseState.Interview => "Nous faisons connaissance\u00a0: votre métier, vos envies, vos contraintes.",
        SpouseCaseState.Project => "Nous écrivons avec vous ce que vous cherchez.",
        SpouseCaseState.Partners => "France Travail, les chambres, les employeurs\u00a0: nous parlons de votre projet, avec votre accord.",
        SpouseCaseState.Leads => "Nous vous proposons des pistes près de chez vous.",
        SpouseCaseState.Applications => "Vous avez candidaté\u00a0: nous suivons les réponses avec vous.",
        SpouseCaseState.InPost => "Vous avez un poste. Nous prenons de vos nouvelles à 3 puis à 12\u00a0mois.",
        SpouseCaseState.BusinessCreated => "Votre activité est lancée. Nous prenons de vos nouvelles à 3 puis à 12\u00a0mois.",
        SpouseCaseState.Paused => "L'accompagnement est en pause. Il reprend quand vous voulez\u00a0: écrivez-nous.",
        SpouseCaseState.Closed => "L'accompagnement est terminé. Écrivez-nous pour le reprendre.",
    };

    public static string Label(this SpouseProject project) => project switch
    {
        SpouseProject.Employment => "Un emploi salarié",
        SpouseProject.OwnBusiness => "Créer ou reprendre une activité",
        SpouseProject.Training => "Une formation",
        SpouseProject.PublicService => "La fonction publique",
        SpouseProject.RemoteWork => "Garder mon poste à distance",
        SpouseProject.NoneForNow => "Rien pour l'instant",
    };

    public static string Label(this Couple couple) => couple switch
    {
        Couple.Married => "Mariés",
        Couple.Pacs => "Pacsés",
        Couple.LivingTogether => "Vivant ensemble",
    };
}
