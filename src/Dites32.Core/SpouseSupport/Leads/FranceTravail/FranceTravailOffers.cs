using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dites32.Core.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.SpouseSupport;

/// <param name="Offers">What was read, once each; none when the outcome is a failure.</param>
internal sealed record OffersRead(ReadingOutcome Outcome, IReadOnlyList<FranceTravailOffer> Offers, DateTimeOffset? NotBefore)
{
    public static OffersRead Failed(ReadingOutcome outcome, DateTimeOffset? notBefore = null) => new(outcome, [], notBefore);
}

/// <summary>
/// The API « Offres d'emploi v2 » of France Travail: all the offers of the Gers, 150 at a time. A search gives 1,150 of them at
/// most: where there are more, it is made for shorter and shorter times of creation. Nothing is sent but the département.
/// </summary>
internal sealed partial class FranceTravailOffers(IConfiguration configuration, TimeProvider clock, ILogger<FranceTravailOffers> logger) : IDisposable
{
    public const string Section = "FranceTravail";
    public const int PageSize = 150, MostPerSearch = 1150;

    private const string UsualAddress = "https://api.francetravail.io/partenaire/offresdemploi/v2";
    private const string DepartmentCode = "32";
    private const int LongestAnswer = 1 << 24, OldestYears = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), ShortestTime = TimeSpan.FromHours(1);

    /// <summary>What is waited in the middle of a reading; whoever asks for more gets a reading later.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20), ShortestPause = TimeSpan.FromSeconds(1), UsualPause = TimeSpan.FromMinutes(10), LongestPause = TimeSpan.FromDays(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private readonly FranceTravailToken token = new(configuration, clock);

    public static bool IsSetUp(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:ClientId"]);

    public bool IsConnected => IsSetUp(configuration);

    public async Task<OffersRead> ReadAsync(CancellationToken cancellationToken)
    {
        var offers = new Dictionary<string, FranceTravailOffer>();
        try
        {
            var all = await SearchAsync(null, offers, cancellationToken);
            // Offers come and go while they are read: what was not seen then is not known to be gone.
            return new OffersRead(offers.Count >= all ? ReadingOutcome.Complete : ReadingOutcome.Partial, [.. offers.Values], null);
        }
        catch (FranceTravailFailure failure)
        {
            LogFailure(logger, failure.Message);
            return OffersRead.Failed(failure.Outcome, failure.NotBefore);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            LogFailure(logger, exception.GetType().Name);
            return OffersRead.Failed(ReadingOutcome.Unreadable);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogFailure(logger, exception.GetType().Name);
            return OffersRead.Failed(ReadingOutcome.Unreachable);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Reads all the offers that were created in a time; answers how many there are said to be.</summary>
    private async Task<int> SearchAsync((DateTimeOffset From, DateTimeOffset To)? time, Dictionary<string, FranceTravailOffer> offers, CancellationToken cancellationToken)
    {
        var total = 0;
        for (var start = 0; ; start += PageSize)
        {
            var (page, said) = await PageAsync(time, start, cancellationToken);
            total = Math.Max(total, said);
            if (start == 0 && total > MostPerSearch)
            {
                var now = clock.GetUtcNow();
                var (from, to) = time ?? (now.AddYears(-OldestYears), now.AddDays(1));
                if (to - from > ShortestTime)
                {
                    var middle = from + ((to - from) / 2);
                    await SearchAsync((from, middle), offers, cancellationToken);
                    await SearchAsync((middle.AddSeconds(1), to), offers, cancellationToken);
                    return total;
                }
            }

            foreach (var offer in page)
            {
                offers[offer.Id ?? ""] = offer;
            }

            if (start + PageSize >= Math.Min(total, MostPerSearch))
            {
                return total;
            }
        }
    }

    private async Task<(IReadOnlyList<FranceTravailOffer> Offers, int Total)> PageAsync((DateTimeOffset From, DateTimeOffset To)? time, int start, CancellationToken cancellationToken)
    {
        var last = Math.Min(start + PageSize, MostPerSearch) - 1;
        var address = string.Create(CultureInfo.InvariantCulture, $"{(configuration[$"{Section}:Address"] is { Length: > 0 } set ? set : UsualAddress).TrimEnd('/')}/offres/search?departement={DepartmentCode}&range={start}-{last}")
            + (time is { } t ? $"&minCreationDate={t.From.ForMachines()}&maxCreationDate={t.To.ForMachines()}" : "");
        var (waited, isRenewed) = (TimeSpan.Zero, false);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(http, cancellationToken));
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && !isRenewed)
            {
                token.Forget();
                isRenewed = true;
            }
            else if (answer.StatusCode == HttpStatusCode.TooManyRequests && PauseOf(answer) is var pause && waited + pause <= LongestWait)
            {
                waited += pause;
                await Task.Delay(pause, cancellationToken);
            }
            else if (answer.StatusCode == HttpStatusCode.NoContent)
            {
                return ([], 0);
            }
            else if (!answer.IsSuccessStatusCode)
            {
                throw FranceTravailFailure.Of(answer, answer.StatusCode == HttpStatusCode.TooManyRequests ? clock.GetUtcNow() + PauseOf(answer) : null);
            }
            else
            {
                var read = await answer.Content.ReadFromJsonAsync<FranceTravailAnswer>(cancellationToken);
                var offers = read?.Offers?.OfType<FranceTravailOffer>().ToList() ?? throw new JsonException();
                // 206 says how many there are; 200 has given them all.
                var total = answer.StatusCode != HttpStatusCode.PartialContent ? start + offers.Count : answer.Content.Headers.ContentRange?.Length ?? throw new JsonException();
                return (offers, (int)Math.Min(total, int.MaxValue));
            }
        }
    }

    private TimeSpan PauseOf(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() ?? UsualPause : UsualPause;
        return asked < ShortestPause ? ShortestPause : asked < LongestPause ? asked : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "France Travail could not be read: {Reason}")]
    private static partial void LogFailure(ILogger logger, string reason);
}
