namespace Dites32.Core.Offers;

/// <summary>Where an offer is, and the names needed to find it; read from the territory, never typed.</summary>
internal sealed record OfferPlace(string InseeCode, string CommuneName, string EpciCode, string EpciName, string SiteName, string? SpecialtyLabel);
