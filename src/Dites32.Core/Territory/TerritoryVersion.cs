namespace Dites32.Core.Territory;

/// <summary>One row, whose number grows when a load or an import changes the territory: what is held in memory is then read again.</summary>
internal sealed class TerritoryVersion
{
    public const int OnlyId = 1;

    private TerritoryVersion() { }

    public int Id { get; private init; }
    public long Number { get; private init; }
}
