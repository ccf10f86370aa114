using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Demo;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Audit;
using Dites32.Web.Offers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.Tests.Shared;

/// <summary>
/// Whatever is written in an address, the answer is a page. The addresses come from the routes that the application really
/// has, and their parameters from the pages: a new page is attacked as soon as it exists.
/// </summary>
public sealed class HostileAddressesTests : WebTest
{
    /// <summary>Empty, letters, markup, numbers too large and too small, NUL, line ends, broken UTF-8, ids of nothing, dates of no calendar, far too long.</summary>
    private static readonly string[] Values =
    [
        "", "abc", "%C3%A9'\"%3Cscript%3E", "-1", "99999999999999999999", "1e308", "%00", "a%00b", "%0d%0aX-Injected:1", "%ff%fe", "%", "..%2f..%5c",
        "00000000-0000-0000-0000-000000000000", "0001-01-01", "9999-12-31", "1,5", new string('9', 4000),
    ];

    /// <summary>What the pages that read their own query understand.</summary>
    private static readonly string[] SearchParameters = [.. OfferSearchAddress.List(
        new OfferSearch { Text = "a", Specialty = "a", Type = "a", Place = "a", Radius = "a", From = "a", To = "a", Housing = "a", Zone = "a", Sort = "a" }, 2)
        .Split('?')[1].Split('&').Select(p => p.Split('=')[0])];

    private readonly ConcurrentBag<string> bad = [];
    private Dictionary<string, List<string>> known = [];
    private int asked;

    /// <summary>Who asks, and how many of the routes they can open at least: an attack on a page that stays closed proves little. The others follow in <c>./dev test --all</c>.</summary>
    public static TheoryData<string, int> Outermost => new()
    {
        { "visitor", 20 },
    };

    public static TheoryData<string, int> Others => new()
    {
        { nameof(Role.Administrator), 50 },
        { "applicant", 26 },
        { nameof(Role.Candidate), 20 },
        { nameof(Role.SiteRecruiter), 40 },
        { nameof(Role.DataProtectionOfficer), 22 },
        { nameof(Role.TerritoryManager), 20 },
        { nameof(Role.SpouseCaseworker), 22 },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Outermost))]
    public Task No_address_is_answered_by_an_error_of_ours(string who, int pages) => AttackAsync(who, pages);

    [Theory, MemberData(nameof(Others)), Trait("Category", "Long")]
    public Task Nor_of_those_that_others_open(string who, int pages) => AttackAsync(who, pages);

    private async Task AttackAsync(string who, int pages)
    {
        await DemoSeed.RunAsync(Owner, Clock, Stop);
        App.UseKestrel(0); // what it refuses by itself is a part of the answer
        App.StartServer();
        using var client = await ClientAsync(who);
        var routes = Routes();
        Assert.True(routes.Count > 50, $"Only {routes.Count} routes were found.");
        var open = 0;
        await Parallel.ForEachAsync(routes, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (route, _) =>
        {
            var opened = await FindAsync(client, route.Pattern);
            Interlocked.Add(ref open, opened is null ? 0 : 1);
            await AttackRouteAsync(client, route.Pattern);
            await AttackQueryAsync(client, opened ?? AddressOf(route.Pattern, null, null), opened is null ? [] : route.Own, route.All);
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} requests to {routes.Count} routes, of which {open} opened");
        Assert.True(open >= pages, $"Only {open} of {routes.Count} routes opened.");
        Assert.True(bad.IsEmpty, string.Join('\n', bad));
    }

    /// <summary>Every GET route, with the parameters that its page, and the components in it, take from the query.</summary>
    private List<(RoutePattern Pattern, IReadOnlyList<string> Own, IReadOnlyList<string> All)> Routes() => [.. App.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false && e.RoutePattern.RawText is { } text
            && !text.Contains("_framework", StringComparison.Ordinal) && !text.Contains("_blazor", StringComparison.Ordinal) && !text.Contains("{**", StringComparison.Ordinal))
        .Where(e => e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor"))
        .DistinctBy(e => e.RoutePattern.RawText)
        .Select(e => (e.RoutePattern, OwnOf(e), (IReadOnlyList<string>)[.. OwnOf(e).Concat(SearchParameters).Concat(JournalAddress.Names.Values).Concat(OfComponents).Distinct()]))];

    /// <summary>What the page declares; for those that read the query themselves, what the search understands.</summary>
    private static string[] OwnOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is OfferSearchAddress.ListPath or OfferSearchAddress.FeedPath ? SearchParameters
        : endpoint.RoutePattern.RawText is JournalAddress.Page or JournalAddress.File ? [.. JournalAddress.Names.Values, "avant"]
        : endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page ? [.. QueryOf(page)]
        : [];

    private static IEnumerable<string> OfComponents => typeof(Program).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsDefined(typeof(RouteAttribute))).SelectMany(QueryOf);

    private static IEnumerable<string> QueryOf(Type component) => component
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Query is not null)
        .Select(p => p.Query!.Name ?? p.Name);

    /// <summary>An address that this person may open, where the rows of the demo make one.</summary>
    private async Task<string?> FindAsync(HttpClient client, RoutePattern pattern)
    {
        IEnumerable<string> candidates = [""];
        foreach (var segment in pattern.PathSegments)
        {
            candidates = [.. candidates.SelectMany(before => ValuesFor(segment).Select(value => $"{before}/{value}"))];
        }

        foreach (var path in candidates.DefaultIfEmpty("/"))
        {
            if (await AskAsync(client, path) == HttpStatusCode.OK)
            {
                return path;
            }
        }

        return null;
    }

    private IEnumerable<string> ValuesFor(RoutePatternPathSegment segment)
    {
        if (segment.Parts.OfType<RoutePatternParameterPart>().FirstOrDefault() is not { } parameter)
        {
            return [string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(p => p.Content))];
        }

        var values = known.TryGetValue(parameter.Name, out var named) ? named
            : parameter.ParameterPolicies.Any(p => p.Content == "guid") ? known[""] : ["1"];
        return values.Select(value => string.Concat(segment.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : value)));
    }

    /// <summary>Each parameter of the path replaced in turn by each value, the others being what they should.</summary>
    private async Task AttackRouteAsync(HttpClient client, RoutePattern pattern)
    {
        foreach (var attacked in pattern.Parameters)
        {
            foreach (var value in Values)
            {
                await AskAsync(client, AddressOf(pattern, attacked.Name, value));
            }
        }
    }

    private string AddressOf(RoutePattern pattern, string? attacked, string? value) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter when parameter.Name == attacked => value,
            RoutePatternParameterPart parameter => known.GetValueOrDefault(parameter.Name, known[""])[0],
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    /// <summary>Everything at once, then what the page declares one by one, then queries that are hardly queries.</summary>
    private async Task AttackQueryAsync(HttpClient client, string path, IReadOnlyList<string> own, IReadOnlyList<string> all)
    {
        foreach (var value in Values)
        {
            await AskAsync(client, $"{path}?{string.Join('&', all.Select(p => $"{p}={value}"))}");
            foreach (var parameter in own)
            {
                await AskAsync(client, $"{path}?{parameter}={value}");
            }
        }

        var twice = string.Join('&', all.SelectMany(p => new[] { $"{p}=1", $"{p}=b" }));
        var many = string.Join('&', Enumerable.Range(0, 1100).Select(i => $"p{i}="));
        foreach (var odd in new[] { "=", "&&&", "=1&=2", "%00=1", "page[]=1", twice, many })
        {
            await AskAsync(client, $"{path}?{odd}");
        }
    }

    private async Task<HttpStatusCode> AskAsync(HttpClient client, string path)
    {
        Interlocked.Increment(ref asked);
        using var answer = await client.GetAsync(path, Stop);
        if ((int)answer.StatusCode >= 500 || answer.Headers.Contains("X-Injected"))
        {
            bad.Add($"{(int)answer.StatusCode} {path[..Math.Min(path.Length, 200)]}");
        }

        return answer.StatusCode;
    }

    private async Task<HttpClient> ClientAsync(string who)
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(Owner).Options);
        var application = await db.Applications.Include(a => a.Offer!.Stages).FirstAsync(a => a.OfferId != null && a.DecidedAt == null, Stop);
        var offer = application.Offer!;
        var draft = ApplicationDraft.Start(Guid.NewGuid(), offer.Id, "Dominique Brouillon", "dominique@example.org", "0612345678", Clock.Now);
        var question = OfferQuestion.Ask(Guid.NewGuid(), offer.Id, "Alix", "alix@example.org", "Un jardin ?", Clock.Now);
        var toModerate = offer.Clone(Guid.NewGuid(), offer.ReferentId, Clock.Now, Clock.Now.ParisDay());
        toModerate.Publish(mayPublishAlone: false, offer.ReferentId, Clock.Now, Clock.Now.ParisDay());
        var (draftLink, draftSecret) = PersonalLink.ToDraft(draft.Id, mailed: true, Clock.Now);
        var (link, secret) = PersonalLink.ToApplication(application.Id, Clock.Now);
        db.AddRange(draft, question, toModerate, draftLink, link);
        await db.SaveChangesAsync(Stop);

        var accounts = await db.Users.ToListAsync(Stop);
        known = new()
        {
            [""] = [$"{offer.Id}", $"{application.Id}", $"{application.CandidateId}", $"{draft.Id}", $"{question.Id}", $"{toModerate.Id}", $"{offer.SiteId}", $"{accounts[0].Id}"],
            ["Reference"] = [offer.Reference],
            ["Slug"] = [offer.Slug],
            ["Secret"] = [secret, draftSecret],
        };

        var isRole = Enum.TryParse<Role>(who, out var role);
        var email = DemoAccounts.All.FirstOrDefault(a => isRole && a.Role == role)?.Email;
        var client = Browser(isRole ? Actor.Account(accounts.Single(a => a.Email == email).Id, [role]) : Actor.Anonymous);
        foreach (var opened in who == "applicant" ? new[] { $"/suivi/{secret}", $"/reprendre/{draftSecret}" } : [])
        {
            using var answer = await client.GetAsync(opened, Stop);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            client.DefaultRequestHeaders.Remove("Cookie");
            client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-suivi=", StringComparison.Ordinal)).Split(';')[0]);
        }

        return client;
    }

    /// <summary>Over a real connection; redirects are answers too.</summary>
    private HttpClient Browser(Actor actor)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Host = "dites32.example";
        using var signedIn = App.ClientFor(actor);
        foreach (var (name, values) in signedIn.DefaultRequestHeaders)
        {
            client.DefaultRequestHeaders.Add(name, values);
        }

        return client;
    }

    private string Owner => new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server)
    {
        Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database,
        Pooling = false,
    }.ConnectionString;
}
