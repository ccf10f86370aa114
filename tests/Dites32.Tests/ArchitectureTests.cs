using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Tests;

/// <summary>The rules of docs/architecture.md that the compiler cannot check.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The features from the ground up: each may use those below it, and Shared and Data, never one beside or above.</summary>
    private static readonly string[][] Floors =
    [
        ["Accounts", "Audit", "Documents", "Notifications", "Jobs"],
        ["Territory", "Statistics"],
        ["Offers", "Candidates"],
        ["Applications", "Internships"],
        ["Privacy"],
        ["SpouseSupport"],
        ["Demo"],
    ];

    private static readonly Assembly Core = typeof(Dites32.Core.DependencyInjection).Assembly;

    private static readonly List<Type> Requests = [.. Core.GetTypes().Where(t => !t.IsInterface
        && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)))];

    [Fact]
    public void Core_uses_of_the_web_only_identity_and_data_protection() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            && !a.Name.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)
            && !a.Name.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));

    [Fact]
    public void Every_request_says_who_may_send_it() =>
        Assert.All(Requests, r => Assert.True(
            1 == new[] { typeof(AllowRolesAttribute), typeof(AllowAccountsAttribute), typeof(AllowEveryoneAttribute), typeof(AllowLinkHolderAttribute), typeof(AllowSpouseAttribute), typeof(AllowSystemAttribute) }
                .Count(allow => r.IsDefined(allow)), r.Name));

    [Fact]
    public void Every_request_is_a_command_or_a_query_and_answers_with_a_result() =>
        Assert.All(Requests, r =>
        {
            var kind = Assert.Single(r.GetInterfaces(), i => i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)));
            var response = kind.GetGenericArguments()[0];
            Assert.True(response == typeof(Result) || (response.IsGenericType && response.GetGenericTypeDefinition() == typeof(Result<>)), r.Name);
        });

    [Fact]
    public void Every_request_has_one_handler() =>
        Assert.All(Requests, r => Assert.Single(Core.GetTypes(), t => t.GetInterfaces().Any(i =>
            i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && i.GetGenericArguments()[0] == r)));

    [Fact]
    public void Handlers_validators_and_the_database_are_internal() =>
        Assert.DoesNotContain(Core.GetExportedTypes(), t =>
            t.Name.EndsWith("Handler", StringComparison.Ordinal)
            || t.IsAssignableTo(typeof(IValidator))
            || t.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.DbContext)));

    [Fact]
    public void A_feature_uses_only_the_floors_below_it()
    {
        foreach (var (floor, features) in Floors.Index())
        {
            var below = Floors.Take(floor).SelectMany(f => f).Append("Shared").Append("Data").ToList();
            foreach (var source in Sources().Where(s => features.Contains(s.Feature)))
            {
                var used = Usings().Matches(source.Text).Select(m => m.Groups[1].Value).Where(f => f != source.Feature).ToHashSet();
                Assert.True(used.IsSubsetOf(below) || (floor == 0 && used.IsSubsetOf(below.Concat(features))), $"{source.Path} uses {string.Join(", ", used.Except(below))}");
            }
        }
    }

    [Fact]
    public void Every_feature_has_its_floor() =>
        Assert.Empty(Sources().Select(s => s.Feature).Where(f => !f.EndsWith(".cs", StringComparison.Ordinal)).Distinct()
            .Except(Floors.SelectMany(f => f)).Except(["Shared", "Data"]));

    [Fact]
    public void Behind_the_wall_nothing_of_the_recruitment_is_used_and_no_request_forgets_that_it_is_there()
    {
        Assert.All(Sources().Where(s => s.Feature == "SpouseSupport"), source => Assert.DoesNotMatch(
            @"using Dites32\.Core\.(Applications|Candidates|Offers)|AppDbContext", source.Text));
        Assert.All(Requests, r => Assert.Equal(
            r.Namespace?.StartsWith("Dites32.Core.SpouseSupport", StringComparison.Ordinal), r.IsAssignableTo(typeof(IBehindTheWall))));
    }

    [Fact]
    public void An_entity_knows_nothing_of_its_database()
    {
        var sources = Sources().ToList();
        var entities = sources.Where(s => sources.Any(m => m.Path == s.Path.Replace(".cs", "Mapping.cs", StringComparison.Ordinal)));

        Assert.All(entities, entity => Assert.DoesNotMatch("using (Microsoft.EntityFrameworkCore|MediatR|FluentValidation)", entity.Text));
    }

    [GeneratedRegex(@"^using (?:static )?Dites32\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Usings();

    private static IEnumerable<(string Path, string Feature, string Text)> Sources([CallerFilePath] string thisFile = "")
    {
        var core = Path.GetFullPath(Path.Combine(thisFile, "../../../src/Dites32.Core"));
        return Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(core, path).Split('/')[0], File.ReadAllText(path)))
            .Where(s => s.Item2 is not ("bin" or "obj"));
    }
}
