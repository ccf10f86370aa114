using Dites32.Core.Offers;

namespace Dites32.Web.Applications.FollowUp;

/// <summary>What comes next, in the words of the person who waits.</summary>
internal static class FollowUpTexts
{
    public static string Next(StageCategory category, string contact) => category switch
    {
        StageCategory.Received => $"{contact} va lire votre candidature.",
        StageCategory.InReview or StageCategory.Shortlisted => $"{contact} étudie votre candidature et vous dira la suite.",
        StageCategory.Interview => $"{contact} prend contact avec vous pour un entretien.",
        StageCategory.Visit => $"{contact} convient avec vous d'une visite sur place.",
        StageCategory.Proposal => $"{contact} vous fait une proposition.",
        StageCategory.Accepted => "Votre candidature est acceptée\u00a0: les conditions se précisent avec vous.",
        StageCategory.Papers => "Des pièces sont à réunir avant votre arrivée. Vous pouvez les déposer ici.",
        StageCategory.InPost => "Bienvenue dans le Gers. La mission Dites32 reste à vos côtés.",
        StageCategory.Refused => "Votre candidature n'est pas retenue pour cette offre. La réponse vous a été envoyée par courriel.",
        StageCategory.Withdrawn => "Vous avez retiré cette candidature. Vous pouvez candidater de nouveau quand vous le voulez.",
        StageCategory.Closed => "Cette candidature est close. L'explication vous a été envoyée par courriel.",
    };
}
