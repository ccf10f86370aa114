using System.Net;
using AngleSharp.Html.Dom;
using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>Documents as a browser without JavaScript sends, opens and takes them back: in the space, and in the workspace.</summary>
public sealed class SpouseDocumentPagesTests : SpouseTest
{
    private const string Space = "/dites32-a-2/mon-espace";

    [Fact]
    public async Task A_partner_joins_a_CV_that_the_caseworker_opens_and_takes_it_back()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        using var browser = await InBrowserAsync();
        var file = $"/accompagnement/{(await FileAsync()).Id}";

        var sent = await UploadAsync(browser, Space, SampleFiles.Pdf());
        Assert.Equal((HttpStatusCode.SeeOther, $"{Space}#documents"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        var list = await browser.GetPageAsync(Space);
        Assert.Contains("cv.pdf", list.Text("#documents"), StringComparison.Ordinal);
        Assert.Equal(list.QuerySelectorAll("[id]").Length, list.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        var document = (await BehindTheWallAsync(db => db.Documents.SingleAsync(Stop))).Id;
        Assert.Contains("analyse en cours", (await caseworker.GetPageAsync(file)).Text("#documents"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await caseworker.GetAsync($"{file}/documents/{document}", Stop)).StatusCode);

        await RunAsOwnerAsync("UPDATE spouse.document SET verdict = 'Clean', verdict_at = now()");
        var opened = await caseworker.GetAsync($"{file}/documents/{document}", Stop);
        Assert.Equal(SampleFiles.Pdf(), await opened.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("attachment", opened.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("sandbox; default-src 'none'", opened.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("nosniff", true), (opened.Headers.GetValues("X-Content-Type-Options").Single(), opened.Headers.CacheControl?.NoStore));
        var mine = await browser.GetAsync($"{Space}/documents/{document}", Stop);
        Assert.Equal(SampleFiles.Pdf(), await mine.Content.ReadAsByteArrayAsync(Stop));

        var removed = await browser.SubmitAsync(Space, $"retirer-{document:N}");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains("Aucun document joint", (await browser.GetPageAsync(Space)).Text("#documents"), StringComparison.Ordinal);
        Assert.Contains("Document retiré", (await caseworker.GetPageAsync(file)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caseworker_joins_one_for_the_person_and_takes_the_wrong_one_out()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        using var browser = await InBrowserAsync();
        var file = $"/accompagnement/{(await FileAsync()).Id}";

        Assert.Equal($"{file}#documents", (await UploadAsync(caseworker, file, SampleFiles.Pdf())).Headers.Location?.OriginalString);
        Assert.Contains("cv.pdf", (await browser.GetPageAsync(Space)).Text("#documents"), StringComparison.Ordinal);
        var document = (await BehindTheWallAsync(db => db.Documents.SingleAsync(Stop))).Id;
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync(file, $"retirer-{document:N}")).StatusCode);

        Assert.Contains("Aucun document joint", (await browser.GetPageAsync(Space)).Text("#documents"), StringComparison.Ordinal);
        Assert.DoesNotContain(await MailsAsync(), m => m.Kind == "spouse.document-added");
    }

    [Fact]
    public async Task A_refused_file_is_told_beside_the_field_and_nothing_is_kept()
    {
        using var browser = await InBrowserAsync();
        var refused = await UploadAsync(browser, Space, "<html></html>"u8.ToArray());
        Assert.Equal($"{Space}?erreur=document-kind-refused#document", refused.Headers.Location?.OriginalString);
        Assert.Contains("envoyez un PDF", (await browser.GetPageAsync($"{Space}?erreur=document-kind-refused")).Text("#document-erreur"), StringComparison.Ordinal);
        Assert.Equal($"{Space}?erreur=document-too-large#document", (await UploadAsync(browser, Space, SampleFiles.PdfOf((int)DocumentLimits.MaxSize + 1))).Headers.Location?.OriginalString);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Documents.CountAsync(Stop)));
    }

    [Fact]
    public async Task Nobody_else_comes_near_a_document()
    {
        using var browser = await InBrowserAsync();
        await UploadAsync(browser, Space, SampleFiles.Pdf());
        await RunAsOwnerAsync("UPDATE spouse.document SET verdict = 'Clean', verdict_at = now()");
        var (file, document) = ((await FileAsync()).Id, await BehindTheWallAsync(db => db.Documents.Select(d => d.Id).SingleAsync(Stop)));
        string[] addresses =
        [
            $"{Space}/documents/{document}", $"/accompagnement/{file}/documents/{document}", $"/recruteur/candidatures/{file}/documents/{document}",
            $"/suivi/candidature/{file}/documents/{document}", $"/candidater/{file}/documents/{document}",
        ];
        using var visitor = Visitor();
        using var staff = App.ClientFor(await SomeoneAsync([.. Enum.GetValues<Role>().Where(r => r != Role.SpouseCaseworker)]));
        foreach (var address in addresses)
        {
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await visitor.GetAsync(address, Stop)).StatusCode, (await staff.GetAsync(address, Stop)).StatusCode));
        }

        // A form of the right shape, with a token that is genuine elsewhere.
        var token = ((IHtmlInputElement)(await staff.GetPageAsync("/mon-compte")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(staff, $"/accompagnement/{file}/documents", token, SampleFiles.Pdf(info: "autre"))).StatusCode);
        Assert.Equal(1, await BehindTheWallAsync(db => db.Documents.CountAsync(Stop)));
        Assert.Single(await BehindTheWallAsync(db => db.AuditEntries.Where(e => e.SubjectKind == nameof(SubjectKind.Document)).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Before_the_consent_there_is_no_form_and_what_is_sent_without_one_is_not_kept()
    {
        var someone = await CaseworkerAsync();
        var id = (await SendAsync(someone, new InviteSpouse(Guid.NewGuid(), "Inès Capdevielle", Email))).Value;
        using var caseworker = App.ClientFor(someone);
        using var browser = await InBrowserAsync(registers: false);
        var space = await browser.GetPageAsync(Space);
        Assert.Null(space.QuerySelector("input[type=file]"));
        Assert.Null((await caseworker.GetPageAsync($"/accompagnement/{id}")).QuerySelector("input[type=file]"));

        var token = ((IHtmlInputElement)space.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        await SendAsync(browser, $"{Space}/documents", token, SampleFiles.Pdf());
        Assert.Equal(0, await BehindTheWallAsync(db => db.Documents.CountAsync(Stop)));
    }

    private async Task<HttpClient> InBrowserAsync(bool registers = true)
    {
        if (registers)
        {
            Assert.Null((await RegisterAsync()).Error);
        }

        var browser = Visitor();
        await browser.GetAsync($"/dites32-a-2/lien?jeton={await TokenAsync()}", Stop);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync("/dites32-a-2/lien", "ouvrir")).StatusCode);
        return browser;
    }

    /// <summary>By the form of the page.</summary>
    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string page, byte[] file)
    {
        var form = (IHtmlFormElement)(await browser.GetPageAsync(page)).QuerySelector("form[enctype='multipart/form-data']")!;
        var token = ((IHtmlInputElement)form.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        return await SendAsync(browser, form.GetAttribute("action")!, token, file);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, string token, byte[] file)
    {
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "fichier", "cv.pdf" } };
        return await browser.PostAsync(address, content, Stop);
    }
}
