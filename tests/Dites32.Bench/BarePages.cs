using System.Globalization;
using System.Text;
using System.Text.Json;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Npgsql;

namespace Dites32.Bench;

/// <summary>
/// What the two bare hosts show: the rows that the portal's own statements read, inside the portal's own frame (held as
/// constant text, which favours the bare hosts), filled up to the same number of bytes.
/// </summary>
internal sealed class BarePages(NpgsqlDataSource source, Catalogue catalogue)
{
    private readonly Dictionary<string, BarePage> pages = [];

    public static async Task<BarePages> LoadAsync(string connectionString, Uri app, string pathsFile)
    {
        await using var core = new Core(connectionString);
        using var client = new HttpClient { BaseAddress = app };
        var catalogue = await core.Get<CatalogueCache>().GetAsync(default);
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, NoResetOnClose = true });
        var bare = new BarePages(source, catalogue);
        foreach (var path in await File.ReadAllLinesAsync(pathsFile))
        {
            await bare.AddAsync(core, path, await client.GetStringAsync(new Uri(path, UriKind.Relative)));
        }

        return bare;
    }

    /// <summary>Until then the host answers to itself only.</summary>
    public bool AreFilled { get; private set; }

    public BarePage Find(string path) => pages[path];

    /// <summary>The rows of a list.</summary>
    public async Task<List<BareCard>> ReadCardsAsync(BarePage page, CancellationToken stop)
    {
        var cards = new List<BareCard>(20);
        await using var command = page.Command(source, 0);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var epci = catalogue.Epcis[reader.GetString(6)].Name;
            var commune = reader.GetBoolean(7) ? null : catalogue.Communes[reader.GetString(5)];
            cards.Add(new BareCard(
                OfferReference.PathOf(reader.GetInt32(0), reader.GetString(1)), reader.GetString(2), Enum.Parse<OfferKind>(reader.GetString(3)).Label(),
                reader.IsDBNull(4) ? null : catalogue.Specialties[reader.GetString(4)].Label,
                commune?.Name ?? epci, commune is null ? null : $"({commune.PostalCodes[0]}) – {epci}",
                reader.IsDBNull(8) ? null : reader.GetFieldValue<DateOnly>(8), reader.IsDBNull(9) ? null : reader.GetFieldValue<DateOnly>(9),
                reader.GetBoolean(10), reader.IsDBNull(11) ? null : reader.GetString(11),
                reader.GetFieldValue<DateTimeOffset>(12), reader.GetFieldValue<DateOnly>(13)));
        }

        return cards;
    }

    /// <summary>An offer and what belongs to it, by as many statements as the portal sends.</summary>
    public async Task<BareOffer> ReadOfferAsync(BarePage page, CancellationToken stop)
    {
        var offer = new BareOffer("", "", [], []);
        for (var i = 0; i < page.Statements.Count; i++)
        {
            await using var command = page.Command(source, i);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                if (i == 0)
                {
                    offer = new BareOffer(
                        reader.GetString(reader.GetOrdinal("title")), reader.GetString(reader.GetOrdinal("description")),
                        JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(reader.GetOrdinal("details")))!, []);
                }
                else
                {
                    offer.Others.Add(string.Join(" · ", Enumerable.Range(0, reader.FieldCount).Select(c => Convert.ToString(reader.GetValue(c), CultureInfo.InvariantCulture))));
                }
            }
        }

        return offer;
    }

    private async Task AddAsync(Core core, string path, string html)
    {
        var isList = path == "/offres" || path.StartsWith("/offres?", StringComparison.Ordinal);
        var statements = isList ? await ListAsync(core, path) : await OfferAsync(core, path);
        var (start, end) = isList
            ? (After(html, "<ul class=\"offer-list\">"), html.IndexOf("<nav class=\"pager\"", StringComparison.Ordinal))
            : (After(html, "tabindex=\"-1\">"), html.LastIndexOf("</main>", StringComparison.Ordinal));
        if (end < 0)
        {
            end = html.LastIndexOf("</ul>", html.IndexOf("class=\"map\"", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        pages[path] = new BarePage(statements, html[..start], html[end..], Encoding.UTF8.GetByteCount(html));
    }

    /// <summary>Fills every page of the host up to the number of bytes of the portal's.</summary>
    public async Task FillAsync(Uri host)
    {
        using var client = new HttpClient { BaseAddress = host };
        client.DefaultRequestHeaders.Add(BareHost.FillHeader, "1");
        foreach (var (path, page) in pages)
        {
            var missing = page.Bytes - (await client.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            page.Filler = missing > 8 ? $"<p>{new string('x', missing - 7)}</p>" : "";
        }

        AreFilled = true;
    }

    /// <summary>The page alone: its count is kept for some seconds by the portal as well.</summary>
    private static async Task<IReadOnlyList<NpgsqlCommand>> ListAsync(Core core, string path)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(path.Contains('?', StringComparison.Ordinal) ? path[path.IndexOf('?', StringComparison.Ordinal)..] : "");
        var search = new SearchOffers(new OfferSearch { Text = query.GetValueOrDefault("q").ToString() }, query.GetValueOrDefault("page").ToString());
        await core.SendAsync(Actor.Anonymous, search);
        return [(await Statements.CaptureAsync(() => core.SendAsync(Actor.Anonymous, search))).First(Statements.ReadsOffers)];
    }

    private static async Task<IReadOnlyList<NpgsqlCommand>> OfferAsync(Core core, string path) =>
        [.. (await Statements.CaptureAsync(() => core.SendAsync(Actor.Anonymous, new ViewOffer(OfferReference.Read(path.Split('/')[2])!.Value))))
            .Where(command => !command.CommandText.Contains("territory_version", StringComparison.Ordinal))];

    private static int After(string html, string text) => html.IndexOf(text, StringComparison.Ordinal) + text.Length;
}

/// <param name="Before">The portal's document as far as the rows.</param>
/// <param name="After">The rest of it.</param>
/// <param name="Bytes">Of the portal's page.</param>
internal sealed record BarePage(IReadOnlyList<NpgsqlCommand> Statements, string Before, string After, int Bytes)
{
    private const string Body = "<body>";

    /// <summary>For the host that writes a document of its own.</summary>
    public string BodyBefore { get; } = Before[(Before.IndexOf(Body, StringComparison.Ordinal) + Body.Length)..];
    public string BodyAfter { get; } = After[..After.LastIndexOf("</body>", StringComparison.Ordinal)];
    public string Filler { get; set; } = "";

    public NpgsqlCommand Command(NpgsqlDataSource source, int index) => Copy(source, Statements[index]);

    /// <summary>A captured statement, to be sent again.</summary>
    public static NpgsqlCommand Copy(NpgsqlDataSource source, NpgsqlCommand captured)
    {
        var command = source.CreateCommand(captured.CommandText);
        foreach (NpgsqlParameter parameter in captured.Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        return command;
    }
}

internal sealed record BareCard(
    string Path, string Title, string Kind, string? Specialty, string Place, string? PlaceDetail, DateOnly? StartsOn, DateOnly? EndsOn,
    bool HasHousing, string? Zone, DateTimeOffset PublishedAt, DateOnly ClosesOn)
{
    public string When => (StartsOn, EndsOn) switch
    {
        ({ } start, { } end) => $"Du {start.InWords()} au {end.InWords()} · ",
        ({ } start, null) => $"À partir du {start.InWords()} · ",
        _ => "",
    };
}

internal sealed record BareOffer(string Title, string Description, Dictionary<string, string> Details, List<string> Others);
