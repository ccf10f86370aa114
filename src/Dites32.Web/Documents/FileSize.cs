using Dites32.Core.Shared;

namespace Dites32.Web.Documents;

internal static class FileSize
{
    private const double Kilo = 1024;

    /// <summary>« 12 Ko », « 1,2 Mo »</summary>
    public static string InWords(long bytes) => bytes < Kilo * Kilo
        ? string.Create(Clock.French, $"{Math.Max(1, Math.Round(bytes / Kilo)):0}\u00a0Ko")
        : string.Create(Clock.French, $"{bytes / Kilo / Kilo:0.#}\u00a0Mo");
}
