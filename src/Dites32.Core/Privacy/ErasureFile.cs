using System.Globalization;

namespace Dites32.Core.Privacy;

/// <summary>The journal of erasures as a file, kept apart from the backups: « 2026-03-02T09:00:00.0000000Z Application 0195… », a line each.</summary>
public static class ErasureFile
{
    public static IEnumerable<string> Write(IEnumerable<ErasedSubject> journal) =>
        journal.Select(e => Line(e.At, e.Kind.ToString(), e.SubjectId));

    internal static string Line(DateTimeOffset at, string kind, Guid id) => $"{at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)} {kind} {id}";

    /// <exception cref="InvalidDataException">A line that says nothing: none of the file is to be trusted then.</exception>
    public static IReadOnlyList<ErasedSubject> Read(IEnumerable<string> lines) =>
        [.. lines.Index().Where(l => l.Item.Trim().Length > 0).Select(l => ReadLine(l.Item) ?? throw new InvalidDataException($"line {l.Index + 1} is no erasure: {l.Item}"))];

    /// <summary>Null for a line that says nothing.</summary>
    internal static (DateTimeOffset At, string Kind, Guid Id)? Parts(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var at, var kind, var id]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when)
        && Guid.TryParse(id, out var subject)
            ? (when, kind, subject)
            : null;

    private static ErasedSubject? ReadLine(string line) =>
        Parts(line) is var (at, kind, id) && Enum.TryParse<ErasedKind>(kind, out var what) ? new ErasedSubject(what, id, at) : null;
}
