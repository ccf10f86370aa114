using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dites32.Core.Applications;

/// <summary>
/// Finds in a note the words that may speak of what must play no part in a recruitment. It only warns: a word list knows
/// neither irony nor context, and the recruiter decides.
/// </summary>
internal static partial class NoteWords
{
    private static readonly FrozenDictionary<string, Entry[]> Trade = ByFirstWord(EntriesOf(NoteTopics.OfTheTrade, topic: null));
    private static readonly FrozenDictionary<string, Entry[]> Watched = ByFirstWord(Enum.GetValues<NoteTopic>().SelectMany(t => EntriesOf(NoteTopics.WordsOf(t), t)));

    /// <summary>The topics that the text may touch, each with the words as they were typed, in their order.</summary>
    public static IReadOnlyList<(NoteTopic Topic, IReadOnlyList<string> Words)> In(string text)
    {
        var words = Word().Matches(text).Select(m => new Typed(m.Index, m.Value, m.Value.Normalize().ToLowerInvariant(), Plain(m.Value))).ToList();
        var found = new List<(NoteTopic Topic, string Words)>();
        for (var i = 0; i < words.Count;)
        {
            var trade = Longest(Trade, words, i);
            var watched = Longest(Watched, words, i);
            var length = trade?.Words.Length ?? 0;
            if (watched is { Topic: { } topic } && watched.Words.Length > length)
            {
                length = watched.Words.Length;
                var last = words[i + length - 1];
                found.Add((topic, text[words[i].At..(last.At + last.Text.Length)]));
            }

            i += Math.Max(length, 1);
        }

        return [.. found.GroupBy(f => f.Topic, (topic, all) => (topic, (IReadOnlyList<string>)[.. all.Select(f => f.Words).Distinct(StringComparer.OrdinalIgnoreCase)]))];
    }

    private static Entry? Longest(FrozenDictionary<string, Entry[]> entries, List<Typed> words, int at) =>
        entries.GetValueOrDefault(words[at].Plain, []).Concat(entries.GetValueOrDefault("*", []))
            .FirstOrDefault(e => at + e.Words.Length <= words.Count && e.Words.Index().All(w => Fits(w.Item, words[at + w.Index])));

    private static bool Fits(string pattern, Typed word) =>
        pattern.EndsWith('*') ? word.Plain.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : pattern == Plain(pattern) ? word.Plain == pattern
        : word.Lower == pattern;

    private static IEnumerable<Entry> EntriesOf(string list, NoteTopic? topic) =>
        list.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(e => new Entry(e.Split(' '), topic));

    /// <summary>The longest first; those whose first word is only a beginning stand apart.</summary>
    private static FrozenDictionary<string, Entry[]> ByFirstWord(IEnumerable<Entry> entries) => entries
        .GroupBy(e => e.Words[0].EndsWith('*') ? "*" : Plain(e.Words[0]))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray());

    private static string Plain(string word) => string.Concat(word.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal)
        .Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    private sealed record Typed(int At, string Text, string Lower, string Plain);

    private sealed record Entry(string[] Words, NoteTopic? Topic);
}
