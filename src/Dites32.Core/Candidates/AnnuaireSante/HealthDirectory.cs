using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.Candidates.AnnuaireSante;

/// <summary>
/// The Annuaire Santé of the Agence du numérique en santé (FHIR v2, <c>Practitioner?identifier=</c>). It is sent the number and
/// nothing else. After a 429 it is left in peace for as long as it asks; when it fails, the caller goes on later.
/// </summary>
internal sealed partial class HealthDirectory(IConfiguration configuration, TimeProvider clock, ILogger<HealthDirectory> logger) : IDisposable
{
    public const string Section = "AnnuaireSante";
    private const int LongestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(5), LongestPause = TimeSpan.FromDays(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;

    public static bool IsSetUp(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:Address"]);

    /// <summary>Null when there is no answer now.</summary>
    public async Task<Practitioners?> AskAsync(string rpps, CancellationToken cancellationToken)
    {
        if (!IsSetUp(configuration) || clock.GetUtcNow() < pausedUntil)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{configuration[$"{Section}:Address"]!.TrimEnd('/')}/Practitioner?identifier={Uri.EscapeDataString(rpps)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
        request.Headers.Add("ESANTE-API-KEY", configuration[$"{Section}:ApiKey"]);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return Practitioners.Nobody;
            }

            if (!answer.IsSuccessStatusCode)
            {
                Pause(answer);
                return null;
            }

            var read = await answer.Content.ReadFromJsonAsync<Practitioners>(cancellationToken);
            return read is { ResourceType: Practitioners.Bundle } ? read : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or NotSupportedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogFailure(logger, exception.GetType().Name);
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private void Pause(HttpResponseMessage answer)
    {
        var now = clock.GetUtcNow();
        var asked = answer.StatusCode != HttpStatusCode.TooManyRequests ? UsualPause
            : answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now ?? UsualPause
            : UsualPause;
        pausedUntil = now + (asked < LongestPause ? asked : LongestPause);
        LogFailure(logger, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Annuaire Santé did not answer: {Reason}")]
    private static partial void LogFailure(ILogger logger, string reason);
}
