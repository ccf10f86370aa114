namespace Dites32.Web.Territory;

/// <summary>A link on the map.</summary>
/// <param name="Count">How many things it stands for: the number drawn in it.</param>
/// <param name="Label">The name of the place, which is read aloud with the count.</param>
public sealed record MapPoint(double Latitude, double Longitude, int Count, string Label, string Href);
