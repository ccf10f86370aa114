namespace Dites32.E2E.Routes;

/// <summary>Who opens a page.</summary>
public enum Reader { Visitor, Applicant, Recruiter, Mission, Administrator }

/// <summary>One page, once.</summary>
/// <param name="Template">As the page declares it.</param>
/// <param name="Path">An address of it; names in braces are those of <see cref="KnownRows"/>.</param>
internal sealed record Visit(string Template, string Path, Reader Reader = Reader.Visitor, int Status = 200)
{
    /// <summary>Every page of the application. A page that is missing here turns <see cref="EveryRouteTests"/> red.</summary>
    public static readonly Visit[] All =
    [
        new("/", "/"),
        new("/offres", "/offres"),
        new("/offres", "/offres?lieu=Condom&rayon=30&logement=oui"),
        new("/offres", "/offres?q=introuvable"),
        new("/offres/{Reference}/{Slug?}", "{path}"),
        new("/offres/{Reference}/{Slug}/candidater", "{path}/candidater"),
        new("/offres/{Reference}/{Slug}/question", "{path}/question"),
        new("/offres/{Reference}/{Slug}/question/envoyee", "{path}/question/envoyee"),
        new("/candidature-spontanee", "/candidature-spontanee"),
        new("/suivi", "/suivi"),
        new("/suivi/{Secret}", "/suivi/unknown", Status: 410),
        new("/reprendre/{Secret}", "/reprendre/unknown", Status: 410),
        new("/aide", "/aide"),
        new("/plan-du-site", "/plan-du-site"),
        new("/accessibilite", "/accessibilite"),
        new("/donnees-personnelles", "/donnees-personnelles"),
        new("/mentions-legales", "/mentions-legales"),
        new("/connexion", "/connexion"),
        new("/connexion/code", "/connexion/code"),
        new("/connexion/lien", "/connexion/lien"),
        new("/connexion/lien/ouvrir", "/connexion/lien/ouvrir"),
        new("/deconnexion", "/deconnexion"),
        new("/inscription", "/inscription"),
        new("/inscription/verifier", "/inscription/verifier"),
        new("/confirmer-adresse", "/confirmer-adresse"),
        new("/nouvelle-adresse", "/nouvelle-adresse"),
        new("/nouvelle-adresse", "/nouvelle-adresse?fait=oui"),
        new("/mot-de-passe-oublie", "/mot-de-passe-oublie"),
        new("/nouveau-mot-de-passe", "/nouveau-mot-de-passe"),
        new("/acces-refuse", "/acces-refuse", Status: 403),
        new("/introuvable", "/introuvable", Status: 404),
        new("/etat/{Code:int}", "/etat/410", Status: 410),
        new("/erreur", "/erreur"),
        new("/dev/courriels", "/dev/courriels", Status: 404), // mails leave here, as in production
        new("/dev/courriels/{Id:guid}", "/dev/courriels/{offer}", Status: 404),

        new("/candidater/{DraftId:guid}", "/candidater/{draft}", Reader.Applicant),
        new("/candidater/{DraftId:guid}/envoi", "/candidater/{draft}/envoi", Reader.Applicant),
        new("/candidater/{DraftId:guid}/envoyee", "/candidater/{sent}/envoyee", Reader.Applicant),
        new("/suivi/candidature/{ApplicationId:guid}", "/suivi/candidature/{application}", Reader.Applicant),
        new("/suivi/candidature/{ApplicationId:guid}/coordonnees", "/suivi/candidature/{application}/coordonnees", Reader.Applicant),
        new("/suivi/candidature/{ApplicationId:guid}/retirer", "/suivi/candidature/{application}/retirer", Reader.Applicant),
        new("/suivi/candidature/{ApplicationId:guid}/mes-donnees", "/suivi/candidature/{application}/mes-donnees", Reader.Applicant),

        new("/mes-candidatures", "/mes-candidatures", Reader.Recruiter),
        new("/mes-donnees", "/mes-donnees", Reader.Recruiter),
        new("/mon-compte", "/mon-compte", Reader.Recruiter),
        new("/mon-compte/double-authentification", "/mon-compte/double-authentification", Reader.Recruiter),
        new("/mon-compte/cles", "/mon-compte/cles", Reader.Recruiter),
        new("/mon-compte/adresse", "/mon-compte/adresse", Reader.Recruiter),
        new("/mon-compte/adresse", "/mon-compte/adresse?fait=demande", Reader.Recruiter),
        new("/mon-compte/sessions", "/mon-compte/sessions", Reader.Recruiter),
        new("/confirmer", "/confirmer", Reader.Recruiter),
        new("/recruteur/absence", "/recruteur/absence", Reader.Recruiter),
        new("/recruteur/offres", "/recruteur/offres", Reader.Recruiter),
        new("/recruteur/offres/nouvelle", "/recruteur/offres/nouvelle", Reader.Recruiter),
        new("/recruteur/offres/nouvelle", "/recruteur/offres/nouvelle?nature=HealthCentrePost&site={site}", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}", "/recruteur/offres/{offer}", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/apercu", "/recruteur/offres/{offer}/apercu", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/etapes", "/recruteur/offres/{offer}/etapes", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/modifier", "/recruteur/offres/{offer}/modifier", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/photos", "/recruteur/offres/{offer}/photos", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/prolonger", "/recruteur/offres/{offer}/prolonger", Reader.Recruiter),
        new("/recruteur/questions", "/recruteur/questions", Reader.Recruiter),
        new("/recruteur/questions/{QuestionId:guid}", "/recruteur/questions/{question}", Reader.Recruiter),

        new("/recruteur", "/recruteur", Reader.Recruiter),
        new("/recruteur/candidats", "/recruteur/candidats", Reader.Recruiter),
        new("/recruteur/candidats", "/recruteur/candidats?q=nadia", Reader.Recruiter),
        new("/recruteur/candidats/{Id:guid}/doublons", "/recruteur/candidats/{candidate}/doublons", Reader.Recruiter),
        new("/recruteur/candidatures/{Id:guid}", "/recruteur/candidatures/{application}", Reader.Recruiter),
        new("/recruteur/candidatures/{Id:guid}/repondre", "/recruteur/candidatures/{application}/repondre?etape={refused}", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/candidatures", "/recruteur/offres/{offer}/candidatures", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/liste", "/recruteur/offres/{offer}/liste", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/terminer", "/recruteur/offres/{offer}/terminer", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/terminer", "/recruteur/offres/{offer}/terminer?fin=retiree", Reader.Recruiter),
        new("/recruteur/offres/{Id:guid}/urgence", "/recruteur/offres/{offer}/urgence", Reader.Recruiter),

        new("/recruteur/vivier", "/recruteur/vivier", Reader.Mission),
        new("/recruteur/vivier/liste", "/recruteur/vivier/liste", Reader.Mission),
        new("/recruteur/moderation", "/recruteur/moderation", Reader.Mission),
        new("/recruteur/moderation/{Id:guid}", "/recruteur/moderation/{moderated}", Reader.Mission),

        new("/administration/comptes", "/administration/comptes", Reader.Administrator),
        new("/administration/comptes/inviter", "/administration/comptes/inviter", Reader.Administrator),
        new("/administration/comptes/{Id:guid}", "/administration/comptes/{account}", Reader.Administrator),
        new("/administration/comptes/{Id:guid}/transmettre", "/administration/comptes/{account}/transmettre", Reader.Administrator),
        new("/administration/structures", "/administration/structures", Reader.Administrator),
        new("/administration/structures/nouveau-site", "/administration/structures/nouveau-site", Reader.Administrator),
        new("/administration/structures/nouvelle-organisation", "/administration/structures/nouvelle-organisation", Reader.Administrator),
        new("/administration/structures/sites/{SiteId:guid}", "/administration/structures/sites/{site}", Reader.Administrator),
        new("/administration/structures/sites/{SiteId:guid}/corriger", "/administration/structures/sites/{site}/corriger", Reader.Administrator),
    ];
}
