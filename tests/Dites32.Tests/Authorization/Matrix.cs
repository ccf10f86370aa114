using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Dites32.Tests.Authorization;

/// <summary>authorization.yaml: who may send each request, about what.</summary>
internal sealed class Matrix
{
    private const string Own = "own";
    private static readonly string[] Sides = [Side.Alone, Side.OfA, Side.OfB, Side.OfNobody];

    private readonly Dictionary<string, HashSet<string>> groups;

    private Matrix(File file)
    {
        groups = file.Groups.ToDictionary(g => g.Key, g => g.Value.Split(' ').ToHashSet());
        Requests = file.Requests.ToDictionary(r => r.Key, r => LineOf(r.Key, r.Value));
        var unknown = groups.Values.SelectMany(g => g).Except(Actors.All).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidDataException($"authorization.yaml names actors that nobody plays: {string.Join(", ", unknown)}.");
        }
    }

    /// <summary>By the name of the request.</summary>
    public IReadOnlyDictionary<string, Line> Requests { get; }

    public static Matrix Read()
    {
        using var stream = typeof(Matrix).Assembly.GetManifestResourceStream("authorization.yaml")!;
        using var text = new StreamReader(stream);
        return new(new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<File>(text));
    }

    private Line LineOf(string request, Dictionary<string, string> sides)
    {
        var hasSubject = sides.ContainsKey(Side.OfA) && sides.ContainsKey(Side.OfB);
        var own = sides.Remove(Own, out var words) ? ActorsOf(words) : [];
        return sides.Keys.All(Sides.Contains) && hasSubject != sides.ContainsKey(Side.Alone)
            ? new(request, sides.Select(s => (s.Key, Allowed: ActorsOf(s.Value)))
                .Concat(hasSubject && !sides.ContainsKey(Side.OfNobody) ? [(Side.OfNobody, new HashSet<string>())] : [])
                .ToDictionary(s => s.Item1, s => s.Allowed), own)
            : throw new InvalidDataException($"authorization.yaml: {request} has either « alone », or « a » and « b », and perhaps « none » and « own ».");
    }

    private HashSet<string> ActorsOf(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => groups.TryGetValue(word, out var group) ? group
            : Actors.All.Contains(word) ? new HashSet<string> { word }
            : throw new InvalidDataException($"authorization.yaml: « {word} » is neither an actor nor a group."))
        .ToHashSet();

    /// <summary>The actors allowed, by side, and those who may send the request about things of their own, which are neither A's nor B's.</summary>
    internal sealed record Line(string Request, IReadOnlyDictionary<string, HashSet<string>> Allowed, HashSet<string> Own)
    {
        public IEnumerable<Expectation> Cases => Allowed.SelectMany(side => Actors.All.Select(actor =>
            new Expectation(actor, side.Key, side.Value.Contains(actor), Own.Contains(actor) || Allowed.Values.Any(a => a.Contains(actor)) || IsForNobody)));

        private bool IsForNobody => Allowed.Values.All(a => a.Count == 0);
    }

    /// <param name="MaySend">About something else at least: what is not theirs is not there for them, but not forbidden.</param>
    internal sealed record Expectation(string Actor, string Side, bool IsAllowed, bool MaySend)
    {
        public bool IsMetBy(Answer answer) =>
            IsAllowed ? answer.Verdict == Verdict.Done : answer.IsRefusal && (MaySend || answer.Verdict != Verdict.NotThere);
    }

    /// <summary>As written.</summary>
    private sealed class File
    {
        public Dictionary<string, string> Groups { get; set; } = [];
        public Dictionary<string, Dictionary<string, string>> Requests { get; set; } = [];
    }
}
