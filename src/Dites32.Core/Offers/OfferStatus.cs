namespace Dites32.Core.Offers;

public enum OfferStatus { Draft, ToModerate, Published, Filled, Expired, Withdrawn }

public enum OfferMove { AskModeration, Publish, SendBack, Renew, Fill, Expire, Withdraw }

/// <summary>The life of an offer, on one screen: from × move → to.</summary>
public static class OfferLifecycle
{
    private static readonly Dictionary<(OfferStatus From, OfferMove Move), OfferStatus> Moves = new()
    {
        [(OfferStatus.Draft, OfferMove.AskModeration)] = OfferStatus.ToModerate,
        [(OfferStatus.Draft, OfferMove.Publish)] = OfferStatus.Published,
        [(OfferStatus.Draft, OfferMove.Withdraw)] = OfferStatus.Withdrawn,
        [(OfferStatus.ToModerate, OfferMove.Publish)] = OfferStatus.Published,
        [(OfferStatus.ToModerate, OfferMove.SendBack)] = OfferStatus.Draft,
        [(OfferStatus.ToModerate, OfferMove.Withdraw)] = OfferStatus.Withdrawn,
        [(OfferStatus.Published, OfferMove.Renew)] = OfferStatus.Published,
        [(OfferStatus.Published, OfferMove.Fill)] = OfferStatus.Filled,
        [(OfferStatus.Published, OfferMove.Expire)] = OfferStatus.Expired,
        [(OfferStatus.Published, OfferMove.Withdraw)] = OfferStatus.Withdrawn,
        [(OfferStatus.Expired, OfferMove.Renew)] = OfferStatus.Published,
        [(OfferStatus.Expired, OfferMove.Fill)] = OfferStatus.Filled, // somebody of its pipeline was chosen after the last day
        [(OfferStatus.Expired, OfferMove.Withdraw)] = OfferStatus.Withdrawn,
    };

    /// <summary>Where the move leads, or null when it is not allowed.</summary>
    public static OfferStatus? After(OfferStatus from, OfferMove move) => Moves.TryGetValue((from, move), out var to) ? to : null;

    public static string Label(this OfferStatus status) => status switch
    {
        OfferStatus.Draft => "Brouillon",
        OfferStatus.ToModerate => "À valider",
        OfferStatus.Published => "En ligne",
        OfferStatus.Filled => "Pourvue",
        OfferStatus.Expired => "Expirée",
        OfferStatus.Withdrawn => "Retirée",
    };
}
