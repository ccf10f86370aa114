using System.Collections.Frozen;

namespace Dites32.Core.Audit;

/// <summary>
/// What the codes of the trail say: the name of each command and of each reading of a personal file. By text, because the
/// trail lies below the features that they belong to. A new one gets its words here (ActionLabelsTests); a request that goes
/// takes them along, and the old entries show its code.
/// </summary>
public static class ActionLabels
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        // Accounts
        ["ChangeAddress"] = "Confirmer la nouvelle adresse de son compte",
        ["ChangeDisplayName"] = "Changer son nom",
        ["ChangePassword"] = "Changer son mot de passe",
        ["ConfirmEmail"] = "Confirmer l'adresse d'un compte",
        ["CreateStaffAccount"] = "Inviter un collègue",
        ["GetAccount"] = "Lire la fiche d'un compte",
        ["RegisterAccount"] = "Créer un compte",
        ["RequestAddressChange"] = "Demander à changer l'adresse de son compte",
        ["RequestPasswordReset"] = "Demander un nouveau mot de passe",
        ["RequestSignInLink"] = "Demander un lien de connexion",
        ["ResendConfirmation"] = "Demander un nouveau lien de confirmation",
        ["ResetPassword"] = "Choisir un nouveau mot de passe",
        ["SetAccountOpen"] = "Fermer ou rouvrir un compte",
        ["SetRoles"] = "Changer les rôles d'un compte",

        ["AddExternalLogin"] = "Ajouter la connexion par un autre service",
        ["OpenExternalAccount"] = "Ouvrir un compte par un autre service",
        ["RemoveExternalLogin"] = "Retirer la connexion par un autre service",
        ["RequestExternalAccount"] = "Demander un compte par un autre service",
        ["SignInByService"] = "Se connecter par un autre service",

        // Sessions, second factor
        ["ActivateSecondFactor"] = "Activer la double authentification",
        ["AddPasskey"] = "Ajouter une clé d'accès",
        ["ConfirmSignIn"] = "Se connecter, deuxième étape",
        ["EndMyOtherSessions"] = "Fermer ses autres sessions",
        ["EndMySession"] = "Fermer une de ses sessions",
        ["EndSessionsOf"] = "Fermer les sessions d'un compte",
        ["EndThisSession"] = "Se déconnecter",
        ["ListSessionsOf"] = "Lire les sessions d'un compte",
        ["ProveAgain"] = "Confirmer son identité",
        ["RemovePasskey"] = "Retirer une clé d'accès",
        ["RemoveSecondFactor"] = "Retirer sa double authentification",
        ["RemoveSecondFactorOf"] = "Retirer la double authentification d'un compte",
        ["RenewRecoveryCodes"] = "Renouveler ses codes de secours",
        ["SignIn"] = "Se connecter par mot de passe",
        ["SignInByLink"] = "Se connecter par un lien",
        ["SignInByPasskey"] = "Se connecter par une clé d'accès",

        // Interns
        ["AddFaculty"] = "Ajouter une faculté",
        ["AddIntern"] = "Ajouter un interne",
        ["AddPlacement"] = "Ajouter un terrain de stage",
        ["AddSemester"] = "Ajouter un semestre",
        ["AddSupervisor"] = "Ajouter un maître de stage",
        ["AssignIntern"] = "Affecter un interne",
        ["ClosePlacement"] = "Fermer ou rouvrir un terrain de stage",
        ["ConcludeAssignment"] = "Écrire l'issue d'un semestre",
        ["CorrectIntern"] = "Corriger la fiche d'un interne",
        ["CorrectMyStep"] = "Corriger une étape de son parcours",
        ["CorrectPlacement"] = "Corriger un terrain de stage",
        ["CorrectSemester"] = "Corriger les dates d'un semestre",
        ["CorrectStep"] = "Corriger une étape d'un interne",
        ["CorrectSupervisor"] = "Corriger la fiche d'un maître de stage",
        ["EraseIntern"] = "Effacer la fiche d'un interne",
        ["GetIntern"] = "Lire la fiche d'un interne",
        ["GetSupervisor"] = "Lire la fiche d'un maître de stage",
        ["GetSupervisorSearch"] = "Lire ce que cherche un maître de stage",
        ["MoveAssignment"] = "Changer un interne de terrain",
        ["ReceiveAssignmentFile"] = "Envoyer un fichier d'affectations",
        ["RemoveAssignment"] = "Retirer une affectation",
        ["RemoveMyStep"] = "Retirer une étape de son parcours",
        ["RemoveStep"] = "Retirer une étape d'un interne",
        ["RemoveSupervisor"] = "Effacer la fiche d'un maître de stage",
        ["RunAssignmentImport"] = "Importer des affectations",
        ["SetAssignmentDays"] = "Changer les dates d'une affectation",
        ["SetLicenceCondition"] = "Écrire les conditions d'une licence de remplacement",
        ["SetMyContact"] = "Arrêter ou reprendre les courriels du programme des internes",
        ["SetMyLocumWishes"] = "Choisir ce qu'on reçoit sur les remplacements",
        ["SetPlacementCapacity"] = "Changer les places d'un terrain pour un semestre",
        ["SetResidencyLength"] = "Écrire la durée d'un internat",
        ["SetSupervisorSearch"] = "Écrire qu'un maître de stage cherche un remplaçant",
        ["StopContactByLink"] = "Arrêter les courriels du programme par un lien",
        ["StopSupervisorSearch"] = "Retirer la recherche d'un maître de stage",
        ["SweepAssignmentImports"] = "Oublier les fichiers d'affectations",
        ["UndoAssignmentImport"] = "Annuler un import d'affectations",
        ["WriteMyStep"] = "Écrire une étape de son parcours",
        ["WriteStep"] = "Écrire une étape d'un interne",

        // Organisations and sites
        ["AddOrganisation"] = "Ajouter une organisation",
        ["AddSite"] = "Ajouter un site",
        ["AddSiteMember"] = "Ajouter un membre à un site",
        ["ChangeSiteStatus"] = "Ouvrir, suspendre ou fermer un site",
        ["CorrectSite"] = "Corriger un site",
        ["RemoveSiteMember"] = "Retirer un membre d'un site",

        // Offers
        ["AbandonDraft"] = "Abandonner un brouillon d'offre",
        ["AddPhoto"] = "Ajouter une photo à une offre",
        ["AnswerQuestion"] = "Répondre à une question",
        ["ApproveOffer"] = "Valider une offre",
        ["ArrangePhotos"] = "Ranger les photos d'une offre",
        ["ArrangeStages"] = "Régler les étapes d'une offre",
        ["AskQuestion"] = "Poser une question sur une offre",
        ["CloneOffer"] = "Copier une offre",
        ["EditOffer"] = "Modifier une offre",
        ["EndAbsence"] = "Mettre fin à une absence",
        ["EndOffer"] = "Terminer une offre",
        ["ExplainUrgency"] = "Motiver l'urgence d'un recrutement",
        ["HandOver"] = "Transmettre les offres d'un compte",
        ["LeaveDeputy"] = "Annoncer une absence",
        ["PublishOffer"] = "Publier une offre",
        ["RenewOffer"] = "Prolonger une offre",
        ["SendBackOffer"] = "Renvoyer une offre à son auteur",
        ["ViewQuestion"] = "Lire une question",
        ["WriteOffer"] = "Écrire une offre",

        // Applications: the person
        ["AddDocument"] = "Joindre un document",
        ["ChoosePool"] = "Choisir d'être gardé au vivier ou non",
        ["ConfirmAddress"] = "Confirmer l'adresse d'une candidature",
        ["CorrectContact"] = "Corriger les coordonnées d'une candidature",
        ["CorrectSentAddress"] = "Corriger l'adresse après l'envoi",
        ["JoinApplication"] = "Rattacher une candidature à son compte",
        ["LeaveMyPool"] = "Retirer son accord pour le vivier",
        ["RemoveDraftDocument"] = "Retirer un document d'un brouillon",
        ["RequestNewLink"] = "Demander un nouveau lien de suivi",
        ["StartApplication"] = "Commencer une candidature",
        ["SubmitApplication"] = "Envoyer une candidature",
        ["TellDocumentAdded"] = "Signaler un document ajouté",
        ["WithdrawApplication"] = "Retirer sa candidature",
        ["WriteDraft"] = "Écrire le brouillon d'une candidature",

        // Applications: the recruiters
        ["AddNote"] = "Ajouter une note à une candidature",
        ["GetCard"] = "Lire une candidature",
        ["GetTwins"] = "Lire les doublons d'une personne",
        ["GetWaitingMove"] = "Lire une réponse en attente d'envoi",
        ["LinkCandidates"] = "Rapprocher deux dossiers",
        ["MoveApplication"] = "Déplacer une candidature",
        ["OpenDocument"] = "Ouvrir un document",
        ["PreviewMove"] = "Préparer une réponse",
        ["TakeBackMove"] = "Reprendre un déplacement",
        ["UnlinkCandidates"] = "Séparer deux dossiers",

        // Personal data, the trail
        ["EraseApplication"] = "Effacer une candidature",
        ["EraseMyData"] = "Effacer ses données",
        ["ExportApplicationData"] = "Télécharger les données d'une candidature",
        ["ExportAudit"] = "Télécharger des traces",
        ["ExportMyData"] = "Télécharger ses données",
        ["FinishErasures"] = "Achever les effacements de la dernière heure",
        ["PrepareAuditMonths"] = "Préparer les mois du journal",
        ["PurgeAudit"] = "Supprimer un mois de traces trop anciennes",
        ["ApplyRetention"] = "Appliquer les durées de conservation",
        ["CountErased"] = "Compter ce qui reste des candidatures effacées",
        ["SwitchRetention"] = "Rendre réelle une règle de conservation, ou l'arrêter",
        ["ReplayErasures"] = "Rejouer les effacements après une restauration",
        ["SearchAudit"] = "Lire le journal des traces",

        // The work of the night
        ["LookUpRpps"] = "Consulter l'Annuaire Santé",
        ["ExpireOffers"] = "Retirer les offres expirées",
        ["RemindLateAnswers"] = "Rappeler les réponses en retard",
        ["RemindOfExpiry"] = "Rappeler les offres qui expirent",
        ["ScanWaitingDocuments"] = "Analyser les documents en attente",
        ["SweepDocuments"] = "Supprimer les documents abandonnés",
        ["SweepDrafts"] = "Supprimer les brouillons abandonnés",
        ["SweepOutbox"] = "Supprimer les anciens courriels",
        ["SweepSignIns"] = "Supprimer les anciennes sessions",
    }.ToFrozenDictionary();

    /// <summary>The code itself where it has no words.</summary>
    public static string Of(string action) => All.GetValueOrDefault(action, action);
}
