using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;

namespace Dites32.E2E.Kills;

/// <summary>
/// One person after the other who applies, without a browser. Where the connection is cut, the person does what people
/// do: sends the same page again, until it answers.
/// </summary>
/// <param name="number">No two people join the same file.</param>
internal sealed class Submitter(AppProcess app, string path, int number) : IDisposable
{
    /// <summary>More than one chunk, so that a kill may fall between two.</summary>
    private const int CvNoise = 600 * 1024;


    private readonly HttpClient client = new() { BaseAddress = new Uri(app.Address), Timeout = TimeSpan.FromSeconds(20) };

    public int Cuts { get; private set; }

    public async Task<Receipt> ApplyAsync()
    {
        var first = await UntilAnsweredAsync(() => client.GetPageAsync(path));
        var (draftPage, draftUrl) = await SendAsync(first, path, "coordonnees",
            ("Input.Name", "Personne Obstinée"), ("Input.Email", $"{Guid.NewGuid():N}@example.org"), ("Input.Phone", "0612345678"));
        var (sendPage, sendUrl) = await SendAsync(draftPage, draftUrl, "candidature",
            ("Input.Status", "Locum"), ("Input.Message", "Bonjour, je persiste."), ("Input.Act", "continue"));
        var cv = SampleFiles.Pdf(SampleFiles.Stream(Encoding.Latin1.GetString(SampleFiles.Noise(CvNoise, number))));
        var joined = await UploadAsync(sendPage, cv);
        Assert.Contains("cv.pdf", joined.Text(".file-list"), StringComparison.Ordinal);

        var (done, doneUrl) = await SendAsync(joined, sendUrl, "envoyer");
        Assert.Equal("Votre candidature est envoyée", done.Text("h1"));
        return new Receipt(Guid.Parse(doneUrl.Split('/')[2]), Convert.ToHexStringLower(SHA256.HashData(cv)));
    }

    private Task<IHtmlDocument> UploadAsync(IHtmlDocument page, byte[] file)
    {
        var form = page.QuerySelector("form[enctype='multipart/form-data']")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return UntilAnsweredAsync(async () =>
        {
            using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
            using var bytes = new ByteArrayContent(file);
            bytes.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(bytes, "fichier", "cv.pdf");
            using var response = await client.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
            var answer = await response.ReadPageAsync();
            Assert.True(response.IsSuccessStatusCode && answer.QuerySelector("[role=alert]") is null,
                $"The upload answered {response.StatusCode}: {answer.Body?.TextContent}");
            return answer;
        });
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

/// <summary>What somebody who saw the confirmation has a right to find again.</summary>
/// <param name="DraftId">Whose confirmation was shown.</param>
/// <param name="CvSha256">Of the file they joined.</param>
internal sealed record Receipt(Guid DraftId, string CvSha256);
