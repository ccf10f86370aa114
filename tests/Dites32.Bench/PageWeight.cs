using AngleSharp.Html.Parser;

namespace Dites32.Bench;

/// <summary>What a browser loads for a page: itself, its styles, scripts and pictures, as they come over the wire.</summary>
internal sealed record PageWeight(string Path, int Bytes, int Requests, int HtmlBytes)
{
    public const int MostBytes = 200 * 1024;
    public const int MostRequests = 15;

    public bool IsLight => Bytes <= MostBytes && Requests <= MostRequests;

    public static async Task<PageWeight> OfAsync(Uri app, string path)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var html = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(html));
        var loaded = page.QuerySelectorAll("link[rel~=stylesheet][href], link[rel~=icon][href], link[rel~=preload][href]").Select(e => e.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("script[src], img[src], iframe[src], source[src]").Select(e => e.GetAttribute("src")))
            .OfType<string>().Where(a => !a.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();
        var bytes = html.Length;
        foreach (var address in loaded)
        {
            bytes += (await client.GetByteArrayAsync(new Uri(app, address))).Length;
        }

        return new(path, bytes, loaded.Count + 1, html.Length);
    }
}
