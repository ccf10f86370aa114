using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using Dites32.Core;
using Dites32.Core.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Web;
using Dites32.Web.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Dites32.Tests.Documents.SampleFiles;

namespace Dites32.Tests.Documents;

/// <summary>Uploads and downloads through real sockets, between a form, an address that receives and one that gives.</summary>
public sealed class UploadEndpointTests : CoreTest
{
    private readonly Guid owner = Guid.NewGuid();
    private WebApplication site = null!;
    private HttpClient browser = null!;

    protected override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Portal:PublicAddress"] = "http://127.0.0.1" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddDites32Core(builder.Configuration);
        builder.Services.AddDites32Web(builder.Configuration);
        site = builder.Build();
        site.UseAntiforgery();
        site.MapGet("/brouillon", async () => new RazorComponentResult<DocumentUpload>(new Dictionary<string, object?>
        {
            ["Action"] = "/brouillon/documents",
            ["Count"] = await CountAsync(),
        }));
        site.MapGet("/liste", async () => new RazorComponentResult<DocumentList>(new Dictionary<string, object?>
        {
            ["Documents"] = await InDatabaseAsync(db => db.DocumentsOfAsync(owner, CancellationToken.None)),
            ["IsOwner"] = true,
            ["OnRemove"] = EventCallback.Factory.Create<Guid>(this, _ => { }),
            ["AddressOf"] = (Func<DocumentSummary, string>)(d => $"/documents/{d.Id}"),
        }));
        site.MapUpload("/brouillon/documents", _ => Task.FromResult<Guid?>(owner), _ => "/brouillon");
        site.MapUpload("/ailleurs/documents", _ => Task.FromResult<Guid?>(null), _ => "/brouillon");
        site.MapDownload("/documents/{documentId:guid}", _ => Task.FromResult<DocumentReader?>(new(owner, IsOwner: true)));
        site.MapDownload("/recruteur/{documentId:guid}", _ => Task.FromResult<DocumentReader?>(new(owner, IsOwner: false)));
        site.MapDownload("/inconnu/{documentId:guid}", _ => Task.FromResult<DocumentReader?>(null));
        await site.StartAsync();
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
    }

    public override async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_file_sent_by_the_form_is_listed_and_comes_back_as_an_attachment()
    {
        var file = Docx(("word/media/photo.png", Noise(700_000)));
        var answer = await UploadAsync(file, "Diplôme « été ».doc");

        Assert.Equal((HttpStatusCode.SeeOther, "/brouillon#documents"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var list = await browser.GetPageAsync("/liste");
        Assert.StartsWith($"Diplôme « été ».docx DOCX, {file.Length / 1024.0:0} Ko analyse en cours", list.Text("li"));
        Assert.Equal("Retirer Diplôme « été ».docx", list.QuerySelector("li form[method=post] button")!.GetAttribute("aria-label"));

        var download = await browser.GetAsync(list.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", download.Content.Headers.ContentType?.ToString());
        Assert.Equal(file.Length, download.Content.Headers.ContentLength);
        var disposition = download.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.StartsWith("attachment; ", disposition);
        Assert.Contains("filename*=UTF-8''Dipl%C3%B4me%20%C2%AB%20%C3%A9t%C3%A9%20%C2%BB.docx", disposition);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", download.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Nobody_else_opens_a_document_without_verdict()
    {
        await UploadAsync(Pdf());
        var id = await InDatabaseAsync(db => db.Documents.Select(d => d.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/documents/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/recruteur/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/inconnu/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024 + 1)]
    [InlineData(45_000_000)]
    public async Task A_file_too_large_is_answered_by_a_sentence_beside_the_field(int size)
    {
        var answer = await UploadAsync(new byte[size]);
        var location = answer.Headers.Location!.ToString();
        var page = await browser.GetPageAsync(location);

        Assert.Equal((HttpStatusCode.SeeOther, "/brouillon?erreur=document-too-large#document"), (answer.StatusCode, location));
        Assert.Equal("Ce fichier dépasse 10 Mo.", page.Text("#document-erreur"));
        var input = Assert.IsType<IHtmlInputElement>(page.QuerySelector("input[type=file]"), exactMatch: false);
        Assert.Equal("document-aide document-erreur", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_unknown_error_code_shows_nothing() =>
        Assert.Null((await browser.GetPageAsync("/brouillon?erreur=%3Cscript%3E")).QuerySelector(".error"));

    [Fact]
    public async Task The_form_makes_way_for_a_sentence_after_five_files()
    {
        for (var i = 0; i < 5; i++)
        {
            await UploadAsync(Pdf(info: $"n° {i}"));
        }

        Assert.Contains("le maximum", (await browser.GetPageAsync("/brouillon")).Text(".notice"));
    }

    [Fact]
    public async Task A_form_without_file_says_so() =>
        Assert.Equal("/brouillon?erreur=document-missing#document", (await UploadAsync([], "")).Headers.Location?.ToString());

    [Fact]
    public async Task A_form_that_is_not_multipart_or_is_broken_says_so()
    {
        var plain = await browser.PostAsync("/brouillon/documents", new StringContent("fichier=x"));
        using var broken = new StringContent("--x\r\nnothing");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var cut = await browser.PostAsync("/brouillon/documents", broken);

        Assert.Equal("/brouillon?erreur=document-missing#document", plain.Headers.Location?.ToString());
        Assert.Equal("/brouillon?erreur=document-cut#document", cut.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_file_without_its_token_or_with_a_false_one_is_not_received()
    {
        foreach (var token in new[] { null, "faux" })
        {
            var answer = await SendAsync(token, Pdf(), "cv.pdf");
            Assert.Equal("/brouillon?erreur=page-too-old#document", answer.Headers.Location?.ToString());
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_token_may_come_in_a_header()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pdf()), "fichier", "cv.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/brouillon/documents") { Content = form };
        request.Headers.Add("RequestVerificationToken", await TokenAsync());

        Assert.Equal("/brouillon#documents", (await browser.SendAsync(request)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Someone_else_s_draft_receives_nothing()
    {
        var answer = await SendAsync(await TokenAsync(), Pdf(), "cv.pdf", "/ailleurs/documents");

        Assert.Equal("/brouillon?erreur=document-not-found#document", answer.Headers.Location?.ToString());
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_upload_that_is_cut_leaves_nothing()
    {
        var cookie = (await browser.GetAsync("/brouillon")).Headers.GetValues("Set-Cookie").First().Split(';')[0];
        using (var socket = new TcpClient("127.0.0.1", browser.BaseAddress!.Port))
        {
            var start = "--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"cv.pdf\"\r\n\r\n" + Encoding.Latin1.GetString(Pdf());
            await socket.GetStream().WriteAsync(Text(
                $"POST /brouillon/documents HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nRequestVerificationToken: {await TokenAsync()}\r\n"
                + $"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n{start}"));
        }

        await site.StopAsync(); // waits for the requests in progress
        Assert.Equal(0, await CountAsync());
    }

    private Task<int> CountAsync() => InDatabaseAsync(db => db.Documents.CountAsync());

    private async Task<string> TokenAsync() =>
        ((IHtmlInputElement)(await browser.GetPageAsync("/brouillon")).QuerySelector("input[type=hidden]")!).Value;

    private async Task<HttpResponseMessage> UploadAsync(byte[] file, string name = "cv.pdf") => await SendAsync(await TokenAsync(), file, name);

    /// <summary>As a browser does: the name in raw UTF-8, the hidden field first.</summary>
    private async Task<HttpResponseMessage> SendAsync(string? token, byte[] file, string name, string address = "/brouillon/documents")
    {
        var body = new MemoryStream();
        if (token is not null)
        {
            body.Write(Encoding.UTF8.GetBytes($"--limite\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"));
        }

        body.Write(Encoding.UTF8.GetBytes($"--limite\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"));
        body.Write(file);
        body.Write("\r\n--limite--\r\n"u8);
        body.Position = 0;
        using var content = new StreamContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=limite");
        return await browser.PostAsync(address, content);
    }
}
