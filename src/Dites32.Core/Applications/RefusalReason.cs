namespace Dites32.Core.Applications;

/// <summary>Why an application ends without a post. Each reason is about the post, never about the person's private life.</summary>
public enum RefusalReason { OtherChosen, SpecialtyDiffers, DatesDiffer, QualificationMissing, NotReachable, OfferWithdrawn, OfferFilled, ActedElsewhere, Other }

public static class RefusalReasons
{
    public static readonly IReadOnlyList<RefusalReason> All = Enum.GetValues<RefusalReason>();

    public static string Label(this RefusalReason reason) => reason switch
    {
        RefusalReason.OtherChosen => "Une autre candidature a été retenue",
        RefusalReason.SpecialtyDiffers => "La spécialité ne correspond pas",
        RefusalReason.DatesDiffer => "Les dates ne correspondent pas",
        RefusalReason.QualificationMissing => "Une qualification ou une licence manque",
        RefusalReason.NotReachable => "La personne ne répond plus",
        RefusalReason.OfferWithdrawn => "L'offre est retirée",
        RefusalReason.OfferFilled => "Le poste est pourvu",
        RefusalReason.ActedElsewhere => "La personne s'engage ailleurs",
        RefusalReason.Other => "Autre raison",
    };
}
