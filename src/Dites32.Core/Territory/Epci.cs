namespace Dites32.Core.Territory;

/// <summary>A grouping of communes (intercommunalité) with at least one commune in the Gers; some cross the border of the département.</summary>
internal sealed class Epci
{
    private Epci() { }

    /// <summary>The Siren of the grouping: nine digits.</summary>
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";

    /// <summary>« CC » (communauté de communes) or « CA » (communauté d'agglomération).</summary>
    public string Type { get; private init; } = "";

    /// <summary>Of the whole grouping, in and outside the Gers.</summary>
    public int Population { get; private init; }
    public int CommunesInGers { get; private init; }
    public int Communes { get; private init; }
}
