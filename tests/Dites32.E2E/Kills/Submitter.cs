using AngleSharp.Html.Dom;
using Dites32.Tests.Infrastructure;

namespace Dites32.E2E.Kills;

/// <summary>
/// One person after the other who applies, without a browser. Where the connection is cut, the person does what people
/// do: sends the same page again, until it answers.
/// </summary>
internal sealed class Submitter(AppProcess app, string path) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(app.Address), Timeout = TimeSpan.FromSeconds(20) };

    public int Cuts { get; private set; }

    /// <returns>The draft whose confirmation was shown.</returns>
    public async Task<Guid> ApplyAsync()
    {
        var first = await UntilAnsweredAsync(() => client.GetPageAsync(path));
        var (draftPage, draftUrl) = await SendAsync(first, path, "coordonnees",
            ("Input.Name", "Personne Obstinée"), ("Input.Email", $"{Guid.NewGuid():N}@example.org"), ("Input.Phone", "0612345678"));
        var (sendPage, sendUrl) = await SendAsync(draftPage, draftUrl, "candidature",
            ("Input.Status", "Locum"), ("Input.Message", "Bonjour, je persiste."), ("Input.Act", "continue"));
        var (done, doneUrl) = await SendAsync(sendPage, sendUrl, "envoyer");
        Assert.Equal("Votre candidature est envoyée", done.Text("h1"));
        return Guid.Parse(doneUrl.Split('/')[2]);
    }

    public void Dispose() => client.Dispose();

    private Task<(IHtmlDocument Page, string Url)> SendAsync(IHtmlDocument page, string url, string form, params (string, string?)[] values) =>
        UntilAnsweredAsync(async () =>
        {
            using var response = await client.SubmitAsync(page, url, form, values);
            var answer = await response.ReadPageAsync();
            Assert.True(response.IsSuccessStatusCode, $"{url} answered {response.StatusCode}: {answer.Body?.TextContent}");
            return (answer, response.RequestMessage!.RequestUri!.AbsolutePath);
        });

    private async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                Cuts++;
                await app.Serving;
            }
        }
    }
}
