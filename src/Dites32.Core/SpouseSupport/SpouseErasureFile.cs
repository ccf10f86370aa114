using Dites32.Core.Privacy;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The journal behind the wall in the file of the portal's own (<see cref="ErasureFile"/>): « 2026-03-02T09:00:00.0000000Z
/// SpouseCase 0195… ». An id of it leads to nothing that is left, and each journal is replayed on its own side.
/// </summary>
public static class SpouseErasureFile
{
    private const string Kind = "SpouseCase";

    public static IEnumerable<string> Write(IEnumerable<ErasedSpouseCase> journal) => journal.Select(e => ErasureFile.Line(e.At, Kind, e.CaseId));

    /// <summary>Both journals of the file.</summary>
    /// <exception cref="InvalidDataException">A line that says nothing: none of the file is to be trusted then.</exception>
    public static (IReadOnlyList<ErasedSubject> Portal, IReadOnlyList<ErasedSpouseCase> BehindTheWall) Read(IReadOnlyList<string> lines)
    {
        var portal = ErasureFile.Read(lines.Select(line => ReadLine(line) is null ? line : "")); // empty, so that the others keep their numbers
        return (portal, [.. lines.Select(ReadLine).OfType<ErasedSpouseCase>()]);
    }

    private static ErasedSpouseCase? ReadLine(string line) =>
        ErasureFile.Parts(line) is (var at, Kind, var id) ? new ErasedSpouseCase(id, at) : null;
}
