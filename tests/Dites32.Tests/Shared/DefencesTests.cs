using System.Net;
using Dites32.Core.Shared;
using Dites32.Tests.Offers;

namespace Dites32.Tests.Shared;

/// <summary>What the portal tells every browser, and whom it refuses to talk to.</summary>
public sealed class DefencesTests : RecruitingTest
{
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains",
    };

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/offres", 200)]
    [InlineData("/offres.atom", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/connexion", 200)]
    [InlineData("/favicon.svg", 200)]
    [InlineData("/offres/nulle-part/candidater", 404)]
    [InlineData("/recruteur", 302)]
    public async Task Every_kind_of_answer_carries_the_same_headers(string path, int status)
    {
        var answer = await App.ClientFor(Actor.Anonymous).GetAsync(path, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertCarries(answer);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task A_workspace_page_and_a_refusal_carry_them_too()
    {
        var site = await this.SiteAsync();
        foreach (var answer in new[]
        {
            await App.ClientFor(site.Recruiter).GetAsync("/recruteur", Stop),
            await App.ClientFor(site.Recruiter).GetAsync("/administration/comptes", Stop),
            await App.ClientFor(Actor.Anonymous).PostAsync("/connexion", new StringContent(""), Stop),
        })
        {
            AssertCarries(answer);
        }
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_by_its_name()
    {
        var client = App.ClientFor(Actor.Anonymous);
        var cookies = new List<string>();
        foreach (var path in new[] { "/connexion", "/inscription", "/nouveau-mot-de-passe?jeton=abc", "/candidature-spontanee" })
        {
            var answer = await client.GetAsync(path, Stop);
            cookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        }

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("; domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("dites32.example", 200)]
    [InlineData("dites32.example:443", 200)]
    [InlineData("attaque.example", 400)]
    [InlineData("dites32.example.attaque.example", 400)]
    [InlineData("127.0.0.1", 400)]
    public async Task The_portal_answers_to_its_own_name_only(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        Assert.Equal(status, (int)(await App.ClientFor(Actor.Anonymous).SendAsync(request, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("https://dites32.example", true)]
    [InlineData("https://attaque.example", false)]
    [InlineData("https://dites32.example.attaque.example", false)]
    [InlineData("http://dites32.example", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public async Task A_circuit_is_opened_from_the_portals_own_pages_only(string? origin, bool isLetIn)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        var answer = await App.ClientFor(Actor.Anonymous).SendAsync(request, Stop);

        Assert.Equal(isLetIn, answer.StatusCode is not HttpStatusCode.Forbidden);
        Assert.Equal(isLetIn, answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_was_shown_to_somebody_known_is_not_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/offres");
        request.Headers.Add("Cookie", "__Host-session=x");

        Assert.True((await App.ClientFor(Actor.Anonymous).SendAsync(request, Stop)).Headers.CacheControl!.NoStore);
        Assert.Null((await App.ClientFor(Actor.Anonymous).GetAsync("/offres", Stop)).Headers.CacheControl);
    }

    private static void AssertCarries(HttpResponseMessage answer) =>
        Assert.All(Expected, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Key))));
}
