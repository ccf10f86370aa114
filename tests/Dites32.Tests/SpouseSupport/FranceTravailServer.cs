using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dites32.Tests.SpouseSupport;

/// <summary>
/// Answers as « Offres d'emploi v2 » does, with made-up offers: a token for a secret, pages of 150 at most with 206 and
/// Content-Range, 204 for none, 1,150 at most for one search. It may be busy, down or mad.
/// </summary>
internal sealed class FranceTravailServer : IAsyncDisposable
{
    public const string ClientId = "PAR_dites32_essai", Secret = "secret-d-essai";

    private WebApplication app = null!;
    private int tokens;

    /// <summary>What it publishes, by number.</summary>
    public SortedDictionary<string, Dictionary<string, object?>> Offers { get; } = new(StringComparer.Ordinal);

    /// <summary>The queries of the searches.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public int TokensGiven => tokens;

    /// <summary>The last token is no longer worth anything.</summary>
    public bool IsExpired { get; set; }

    /// <summary>In place of the usual answer to a search; true when it has answered.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    public string Address => $"{app.Urls.First()}/partenaire/offresdemploi/v2";

    public string TokenAddress => $"{app.Urls.First()}/connexion/oauth2/access_token?realm=%2Fpartenaire";

    public static async Task<FranceTravailServer> StartAsync()
    {
        var server = new FranceTravailServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server.app = builder.Build();
        server.app.MapPost("/connexion/oauth2/access_token", server.GrantAsync);
        server.app.MapGet("/partenaire/offresdemploi/v2/offres/search", server.SearchAsync);
        await server.app.StartAsync();
        return server;
    }

    public Dictionary<string, object?> With(string id, string title, string commune = "32013", string contract = "CDI", DateTimeOffset? createdAt = null)
    {
        var created = (createdAt ?? new DateTimeOffset(2026, 2, 20, 8, 0, 0, TimeSpan.Zero)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Offers[id] = new()
        {
            ["id"] = id,
            ["intitule"] = title,
            ["description"] = $"{title}, à pourvoir.",
            ["dateCreation"] = created,
            ["dateActualisation"] = created,
            ["lieuTravail"] = new { libelle = "32 - Auch", latitude = 43.64, longitude = 0.58, codePostal = "32000", commune },
            ["romeCode"] = "M1203",
            ["romeLibelle"] = "Comptabilité",
            ["appellationlibelle"] = title,
            ["entreprise"] = new { nom = "Cabinet des Bastides", entrepriseAdaptee = false },
            ["typeContrat"] = contract,
            ["typeContratLibelle"] = contract,
            ["natureContrat"] = "Contrat travail",
            ["experienceExige"] = "D",
            ["alternance"] = false,
            ["contact"] = new { nom = "Cabinet - Mme Canarine Dupont", courriel = "canarine@example.org", telephone = "05 62 99 99 99" },
            ["agence"] = new { courriel = "agence@example.org" },
            ["nombrePostes"] = 1,
            ["origineOffre"] = new { origine = "1", urlOrigine = $"https://candidat.francetravail.fr/offres/recherche/detail/{id}" },
        };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task GrantAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != ClientId || form["client_secret"] != Secret
            || form["scope"] != "api_offresdemploiv2 o2dsoffre" || context.Request.Query["realm"] != "/partenaire")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_client" });
            return;
        }

        IsExpired = false;
        await context.Response.WriteAsJsonAsync(new { access_token = $"jeton-{Interlocked.Increment(ref tokens)}", token_type = "Bearer", expires_in = 1499, scope = form["scope"].ToString() });
    }

    private async Task SearchAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.QueryString.Value!);
        if (IsExpired || context.Request.Headers.Authorization != $"Bearer jeton-{tokens}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Instead is not null && await Instead(context))
        {
            return;
        }

        var query = context.Request.Query;
        var range = query["range"].ToString().Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        if (query["departement"] != "32" || range[1] - range[0] is < 0 or > 149 || range[0] > 1000 || range[1] > 1149)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var found = Offers.Values.Where(o => IsIn(o, query["minCreationDate"], query["maxCreationDate"])).ToList();
        var page = found.Skip(range[0]).Take(range[1] - range[0] + 1).ToList();
        if (page.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (page.Count < found.Count)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"offres {range[0]}-{range[0] + page.Count - 1}/{found.Count}";
        }

        await context.Response.WriteAsJsonAsync(new { resultats = page, filtresPossibles = Array.Empty<object>() });
    }

    private static bool IsIn(Dictionary<string, object?> offer, string? min, string? max)
    {
        var created = DateTimeOffset.Parse((string)offer["dateCreation"]!, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(min) || (created >= DateTimeOffset.Parse(min, CultureInfo.InvariantCulture) && created <= DateTimeOffset.Parse(max!, CultureInfo.InvariantCulture));
    }
}
