namespace Dites32.Core.Offers;

/// <summary>What a draft may lack and a published offer may not.</summary>
internal static class OfferCompleteness
{
    public static bool AsksForCdg(this OfferKind kind, bool isPublicEmployer) => isPublicEmployer && kind.IsEmployment();

    /// <summary>What is missing, by the name of the field in the form.</summary>
    public static IReadOnlyDictionary<string, string> MissingToPublish(this OfferText text, OfferKind kind, bool isPublicEmployer)
    {
        var missing = new Dictionary<string, string>();
        if (text.Description.Length == 0)
        {
            missing["Description"] = "Présentez le poste en quelques lignes.";
        }

        if (kind == OfferKind.OneOffReplacement && text.Ranges.Count == 0)
        {
            missing["Ranges[0].From"] = "Indiquez au moins une période à couvrir.";
        }

        foreach (var field in OfferFields.Of(kind).Where(f => f.IsRequired(kind) && !text.Details.ContainsKey(f.Code)))
        {
            missing[$"Details[{field.Code}]"] = $"Répondez à «\u00a0{field.Label}\u00a0».";
        }

        if (kind.AsksForCdg(isPublicEmployer) && text.CdgNumber is null)
        {
            missing["CdgNumber"] = "L'employeur est public\u00a0: indiquez le numéro de la déclaration de vacance au centre de gestion.";
        }

        if (kind.AsksForCdg(isPublicEmployer) && text.CdgPublishedOn is null)
        {
            missing["CdgPublishedOn"] = "L'employeur est public\u00a0: indiquez la date de publication de la vacance.";
        }

        return missing;
    }
}
