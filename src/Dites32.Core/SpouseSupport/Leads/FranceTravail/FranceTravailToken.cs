using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace Dites32.Core.SpouseSupport;

/// <summary>The right to ask France Travail (OAuth 2.0, client credentials), kept in memory until a minute before its end.</summary>
internal sealed class FranceTravailToken(IConfiguration configuration, TimeProvider clock)
{
    private const string UsualAddress = "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire";
    private const string Scope = "api_offresdemploiv2 o2dsoffre";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private (string Value, DateTimeOffset Until)? held;

    public void Forget() => held = null;

    public async Task<string> GetAsync(HttpClient http, CancellationToken cancellationToken)
    {
        if (held is { } good && clock.GetUtcNow() < good.Until)
        {
            return good.Value;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = configuration[$"{FranceTravailOffers.Section}:ClientId"]!,
            ["client_secret"] = configuration[$"{FranceTravailOffers.Section}:ClientSecret"] ?? "",
            ["scope"] = Scope,
        });
        var address = configuration[$"{FranceTravailOffers.Section}:TokenAddress"] is { Length: > 0 } set ? set : UsualAddress;
        using var answer = await http.PostAsync(new Uri(address), form, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw FranceTravailFailure.Of(answer, null);
        }

        var granted = await answer.Content.ReadFromJsonAsync<Granted>(cancellationToken);
        var token = granted?.Token is { Length: > 0 } value ? value : throw new JsonException();
        held = (token, clock.GetUtcNow() + TimeSpan.FromSeconds(granted.Seconds) - Early);
        return token;
    }

    private sealed record Granted([property: JsonPropertyName("access_token")] string? Token, [property: JsonPropertyName("expires_in")] int Seconds);
}

/// <summary>France Travail does not answer what it was asked. Its message is a status, for the log.</summary>
internal sealed class FranceTravailFailure(ReadingOutcome outcome, string status, DateTimeOffset? notBefore) : Exception(status)
{
    public ReadingOutcome Outcome { get; } = outcome;

    public DateTimeOffset? NotBefore { get; } = notBefore;

    public static FranceTravailFailure Of(HttpResponseMessage answer, DateTimeOffset? notBefore) => new(
        answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => ReadingOutcome.Busy,
            >= HttpStatusCode.InternalServerError => ReadingOutcome.Unreachable,
            >= HttpStatusCode.BadRequest => ReadingOutcome.Refused,
            _ => ReadingOutcome.Unreadable, // it leads elsewhere
        },
        ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), notBefore);
}
