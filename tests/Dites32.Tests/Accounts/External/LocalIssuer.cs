using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Dites32.Tests.Accounts.External;

/// <summary>
/// An OpenID Connect provider on this machine, over real HTTP: discovery, keys, authorisation by code with PKCE (S256 only),
/// tokens signed by real keys. It signs in whoever comes as <see cref="Person"/>, and can be made to answer wrongly.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    public const string ClientId = "dites32";
    public const string ClientSecret = "un secret de longueur raisonnable pour HS256";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Asked> codes = new();
    private readonly SigningKeys keys = new();

    private LocalIssuer(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    /// <summary>The claims of whoever signs in next.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "sujet-1", ["acr"] = "eidas1" };

    public Flaw Flaw { get; set; }

    /// <summary>The person says no, or is not let in.</summary>
    public bool Denies { get; set; }

    /// <summary>What the browser was last sent with.</summary>
    public IReadOnlyDictionary<string, string> LastAsked { get; private set; } = new Dictionary<string, string>();

    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new LocalIssuer(app);
        app.MapGet("/.well-known/openid-configuration", issuer.Describe);
        app.MapGet("/keys", () => Results.Json(new { keys = issuer.keys.Published }));
        app.MapGet("/authorize", issuer.Authorize);
        app.MapPost("/token", issuer.GiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        issuer.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return issuer;
    }

    public ValueTask DisposeAsync()
    {
        keys.Dispose();
        return app.DisposeAsync();
    }

    private IResult Describe()
    {
        string[] code = ["code"], everybody = ["public"], algorithms = ["RS256", "ES256"], challenges = ["S256"];
        return Results.Json(new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            jwks_uri = $"{Address}/keys",
            response_types_supported = code,
            subject_types_supported = everybody,
            id_token_signing_alg_values_supported = algorithms,
            code_challenge_methods_supported = challenges,
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        LastAsked = request.Query.ToDictionary(p => p.Key, p => p.Value.ToString());
        var asked = new Asked(LastAsked["redirect_uri"], LastAsked["nonce"], LastAsked["code_challenge"]);
        if (LastAsked["client_id"] != ClientId || LastAsked["response_type"] != "code" || LastAsked["code_challenge_method"] != "S256")
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = asked;
        var answer = Denies ? new Dictionary<string, string?> { ["error"] = "access_denied" } : new() { ["code"] = code };
        answer["state"] = LastAsked["state"];
        return Results.Redirect(QueryHelpers.AddQueryString(asked.RedirectUri, answer));
    }

    private async Task<IResult> GiveAsync(HttpRequest request)
    {
        if (Flaw == Flaw.Broken)
        {
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }

        var form = await request.ReadFormAsync();
        var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["grant_type"] != "authorization_code" || form["client_id"] != ClientId || form["client_secret"] != ClientSecret
            || !codes.TryRemove(form["code"].ToString(), out var asked) // once only
            || asked.RedirectUri != form["redirect_uri"] || asked.Challenge != verifier)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(new { access_token = Guid.NewGuid().ToString("N"), token_type = "Bearer", expires_in = 60, id_token = keys.Token(Address, Person, asked.Nonce, Flaw) });
    }

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge);
}
