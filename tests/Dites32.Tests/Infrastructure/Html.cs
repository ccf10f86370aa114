using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dites32.Tests.Infrastructure;

/// <summary>Uses a page as a browser without JavaScript does.</summary>
public static class Html
{
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string url) =>
        await ReadPageAsync(await client.GetAsync(url, TestContext.Current.CancellationToken));

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens the page, fills the form of this name and sends it, with all its other fields as they are.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string url, string form, params (string Name, string? Value)[] values) =>
        await client.SubmitAsync(await client.GetPageAsync(url), url, form, values);

    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, IHtmlDocument page, string url, string form, params (string Name, string? Value)[] values)
    {
        var element = page.QuerySelector($"form#{form}") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form « {form} » on {url}: {page.Body?.TextContent}");
        var fields = FieldsOf(element).Where(f => values.All(v => v.Name != f.Key)).ToList();
        fields.AddRange(values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Name, v.Value!)));
        using var content = new FormUrlEncodedContent(fields);
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : url;
        return await client.PostAsync(target, content, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { } name } input when input.Type is not ("submit" or "file")
                    && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { } name } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }

    /// <summary>What is compared with a sentence of a test, which is written with ordinary spaces.</summary>
    public static string PlainSpaces(this string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public static string Text(this IHtmlDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
