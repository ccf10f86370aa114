using Dites32.Core.Internships.Figures;

namespace Dites32.Web.Internships.Figures;

internal static class FigureAddress
{
    public const string Page = "/internat/chiffres";

    /// <summary>Where the records behind a figure are.</summary>
    /// <param name="about">The placement or the faculty; null for neither.</param>
    public static string Records(FigureKind kind, Guid semesterId, Guid? about = null) =>
        $"{Page}/fiches?chiffre={kind}&semestre={semesterId}{(about is null ? "" : $"&de={about}")}";
}
