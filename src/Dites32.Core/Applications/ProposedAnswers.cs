namespace Dites32.Core.Applications;

/// <summary>A first wording for each reason, that the recruiter changes at will. Each is about the post, and thanks the person.</summary>
public static class ProposedAnswers
{
    /// <summary>The text of a form where no reason is chosen yet.</summary>
    public static readonly string Neutral = For(RefusalReason.Other);

    public static string For(RefusalReason reason) => reason switch
    {
        RefusalReason.OtherChosen => Text(
            "Nous avons choisi de poursuivre avec une autre personne, dont le projet correspondait de plus près à ce poste. Ce choix ne dit rien de la qualité de votre parcours.", StayInTouch),
        RefusalReason.SpecialtyDiffers => Text(
            "Ce poste demande une autre spécialité que la vôtre, et nous ne pouvons donc pas y donner suite.", StayInTouch),
        RefusalReason.DatesDiffer => Text(
            "Les dates de vos disponibilités et celles de ce poste ne se rejoignent pas, et nous ne pouvons pas les déplacer cette fois-ci.",
            "Si vos dates changent, écrivez-nous\u00a0: nous regarderons de nouveau avec plaisir."),
        RefusalReason.QualificationMissing => Text(
            "Ce poste demande une qualification ou une licence qui manque à ce jour à votre dossier, et nous ne pouvons pas y donner suite pour l'instant.",
            "Si votre situation change, ou si nous avons mal lu votre dossier, répondez à ce courriel."),
        RefusalReason.NotReachable => Text(
            "Nous avons essayé de vous joindre sans y parvenir, et nous fermons aujourd'hui votre candidature.",
            "Si vous êtes toujours intéressé, répondez simplement à ce courriel\u00a0: nous la rouvrirons."),
        RefusalReason.OfferWithdrawn => Text(
            "Cette offre est retirée\u00a0: le poste ne sera pas pourvu dans l'immédiat. Ce n'est en rien lié à votre candidature.", StayInTouch),
        RefusalReason.OfferFilled => Text(
            "Ce poste est maintenant pourvu, et nous fermons les autres candidatures. Ce choix ne dit rien de la qualité de votre parcours.", StayInTouch),
        RefusalReason.ActedElsewhere => Text(
            "Vous nous avez dit vous engager ailleurs\u00a0: nous fermons donc votre candidature, en vous souhaitant une belle réussite.", StayInTouch),
        RefusalReason.Other => Text(
            "Après l'avoir étudiée avec attention, nous ne pouvons pas y donner de suite favorable.", StayInTouch),
    };

    /// <summary>What is sent: the typed text, or the one of the chosen reason as long as the recruiter has not touched it.</summary>
    public static string Choose(RefusalReason? reason, string? typed)
    {
        var text = (typed ?? "").Trim().ReplaceLineEndings("\n");
        return reason is { } chosen && (text.Length == 0 || RefusalReasons.All.Any(r => For(r) == text)) ? For(chosen) : text;
    }

    private const string StayInTouch = "Le Gers cherche d'autres médecins\u00a0: les offres en ligne, ou une candidature spontanée à la mission Dites32, vous restent ouvertes.";

    private static string Text(string why, string then) =>
        $"Merci d'avoir pris le temps de nous écrire et de l'intérêt que vous portez au Gers.\n\n{why}\n\n{then}";
}
