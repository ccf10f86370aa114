using System.Collections.Frozen;

namespace Dites32.Core.Offers;

/// <summary>What one may filter by: a kind of offer, or a family of kinds.</summary>
/// <param name="Code">In the addresses of searches.</param>
public sealed record OfferType(string Code, string Label, IReadOnlyList<OfferKind> Kinds);

public static class OfferTypes
{
    /// <summary>Each family, followed by its kinds.</summary>
    public static readonly IReadOnlyList<(OfferType Family, IReadOnlyList<OfferType> Kinds)> Families =
        [.. OfferKinds.All.GroupBy(kind => kind.Family()).Select(family => (
            Of(family.Key.Label(), [.. family]),
            (IReadOnlyList<OfferType>)[.. family.Select(kind => Of(kind.Label(), kind))]))];

    private static readonly FrozenDictionary<string, OfferType> ByCode =
        Families.SelectMany(family => family.Kinds.Append(family.Family)).ToFrozenDictionary(type => type.Code);

    public static OfferType? Find(string code) => ByCode.GetValueOrDefault(code);

    private static OfferType Of(string label, params OfferKind[] kinds) => new(Slug.Of(label), label, kinds);
}
