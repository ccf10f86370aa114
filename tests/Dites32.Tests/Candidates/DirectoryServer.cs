using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dites32.Tests.Candidates;

/// <summary>
/// Answers as the Annuaire Santé does: a Bundle of what the example of the ANS's implementation guide holds
/// (as-dp-practitioner), with made-up people. It wants its key, and may be busy, down or mad.
/// </summary>
internal sealed class DirectoryServer : IAsyncDisposable
{
    public const string ApiKey = "cle-d-essai";

    private readonly Dictionary<string, (string Family, string Given, bool IsActive)> people = [];
    private WebApplication app = null!;

    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>In place of the usual answer.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public string Address => $"{app.Urls.First()}/fhir/v2";

    public static async Task<DirectoryServer> StartAsync()
    {
        var server = new DirectoryServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server.app = builder.Build();
        server.app.MapGet("/fhir/v2/Practitioner", server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public DirectoryServer With(string rpps, string family, string given, bool isActive = true)
    {
        people[rpps] = (family, given, isActive);
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var rpps = context.Request.Query["identifier"].ToString();
        Asked.Enqueue(rpps);
        if (context.Request.Headers["ESANTE-API-KEY"] != ApiKey)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        object[] entries = people.TryGetValue(rpps, out var person) ? [new { fullUrl = $"{Address}/Practitioner/003-1", resource = Of(rpps, person) }] : [];
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsJsonAsync(
            new { resourceType = "Bundle", id = Guid.NewGuid(), type = "searchset", total = entries.Length, link = Array.Empty<object>(), entry = entries },
            options: null, contentType: "application/fhir+json");
    }

    private static object Of(string rpps, (string Family, string Given, bool IsActive) person) => new
    {
        resourceType = "Practitioner",
        id = "003-1",
        meta = new { versionId = "1", source = "https://annuaire.sante.fr", profile = new[] { "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-dp-practitioner" } },
        language = "fr",
        identifier = new object[]
        {
            new { use = "official", type = Coded("IDNPS"), system = "urn:oid:1.2.250.1.71.4.2.1", value = $"8{rpps}" },
            new { use = "official", type = Coded("RPPS"), system = "https://rpps.esante.gouv.fr", value = rpps },
        },
        active = person.IsActive,
        name = new[] { new { use = "usual", family = person.Family, given = new[] { person.Given }, prefix = new[] { "M" }, suffix = new[] { "DR" } } },
        qualification = new[] { new { code = new { coding = new[] { new { system = "https://mos.esante.gouv.fr/NOS/TRE_R48-DiplomeEtatFrancais/FHIR/TRE-R48-DiplomeEtatFrancais", code = "DE05" } } } } },
    };

    private static object Coded(string code) => new { coding = new[] { new { system = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203", code } } };
}
