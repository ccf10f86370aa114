namespace Dites32.Core.Territory;

/// <summary>A medical specialty: a diplôme d'études spécialisées of the arrêté du 21 avril 2017.</summary>
internal sealed class Specialty
{
    private Specialty() { }

    /// <summary>« medecine-generale »: in addresses and in offers, so it never changes.</summary>
    public string Code { get; private init; } = "";
    public string Label { get; private init; } = "";
}
