using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dites32.Core.Audit;
using Dites32.Core.Shared;

namespace Dites32.Tests.Audit;

/// <summary>Whatever leaves a trace has its words in the journal.</summary>
public sealed partial class ActionLabelsTests
{
    private static readonly Type[] Types = typeof(IReadsFile).Assembly.GetTypes();

    [Fact]
    public void Every_command_and_every_reading_that_leaves_a_trace_has_its_words_and_nothing_else_has()
    {
        var requests = Types.Where(t => t is { IsClass: true, ContainsGenericParameters: false } && !t.IsAssignableTo(typeof(IUntraced))
            && !t.IsAssignableTo(typeof(IBehindTheWall)) // its traces are in no journal of the portal
            && (t.IsAssignableTo(typeof(IReadsFile)) || t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))));

        Assert.Equal(
            requests.Select(t => t.Name).Concat(OfNoRequest()).Distinct().Order(StringComparer.Ordinal),
            ActionLabels.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_actions_have_the_same_words()
    {
        Assert.Equal(ActionLabels.All.Count, ActionLabels.All.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ActionLabels.All.Values, label => Assert.InRange(label.Length, 5, 60));
    }

    /// <summary>What is written down beside the pipeline bears a name made for it.</summary>
    private static List<string> OfNoRequest()
    {
        var core = Path.GetFullPath(Path.Combine(ThisFile(), "../../../../src/Dites32.Core"));
        var names = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Written().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value)).ToList();
        Assert.Contains("PurgeAudit", names);
        Assert.Contains("AddDocument", names);
        return names;
    }

    [GeneratedRegex(@"AuditEntry\.Of\([^,]+, new (\w+)")]
    private static partial Regex Written();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
