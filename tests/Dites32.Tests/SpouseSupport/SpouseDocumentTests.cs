using System.IO.Compression;
using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The documents of partners, behind the wall.</summary>
public sealed class SpouseDocumentTests : SpouseTest
{
    private readonly int port = ClamdServer.FreePort();

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Clamd:Host"] = "127.0.0.1",
        ["Clamd:Port"] = port.ToString(),
    };

    [Fact]
    public async Task A_document_its_traces_and_its_mail_are_behind_the_wall_and_nowhere_else()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var file = await FileAsync();
        var address = await InDatabaseAsync(db => db.Users.Where(u => u.Id == caseworker.AccountId).Select(u => u.Email!).SingleAsync(Stop));

        var added = (await AddAsync(spouse, file.Id, SampleFiles.Pdf())).Value;
        await JudgeAsync(DocumentVerdict.Clean);
        Assert.Null(await OpenAsync(caseworker, file.Id, added.Id));
        Assert.Null(await OpenAsync(spouse, file.Id, added.Id, isOwner: true));

        var traces = await BehindTheWallAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == added.Id).OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Equal(
            [("AddDocument", null, null), ("OpenDocument", caseworker.AccountId, nameof(ReadingPurpose.Accompanying)), ("OpenDocument", null, nameof(ReadingPurpose.OwnFile))],
            traces.Select(t => (t.Action, t.AccountId, t.Purpose)));
        Assert.Equal(spouse.SpouseSessionId, traces[0].LinkId);
        var mail = Assert.Single(await MailsAsync(address), m => m.Kind == "spouse.document-added");
        Assert.Equal(file.Id, mail.AboutId);
        Assert.Contains("Document ajouté", (await SendAsync(caseworker, new GetSpouseCase(file.Id))).Value.History.Select(h => h.What));
        Assert.Equal((0L, 0L), (await AskOwnerAsync<long>("SELECT count(*) FROM public.document"), await AskOwnerAsync<long>("SELECT count(*) FROM public.audit_entry WHERE action LIKE '%Document'")));
        Assert.Null((await SendAsync(Actor.System, new SweepDocuments())).Error);
        Clock.Advance(Document.Patience * 2);
        Assert.Null((await SendAsync(Actor.System, new SweepDocuments())).Error);
        Assert.Single((await SendAsync(caseworker, new ListSpouseDocuments(file.Id))).Value.Documents);
    }

    [Fact]
    public async Task The_same_file_sent_twice_at_once_is_one_document_one_line_and_one_mail()
    {
        await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddAsync(spouse, id, SampleFiles.Pdf())));

        Assert.Single(answers.Select(a => a.Value.Id).Distinct());
        Assert.Equal(1, await BehindTheWallAsync(db => db.Events.CountAsync(e => e.Kind == SpouseEventKind.DocumentAdded, Stop)));
        Assert.Equal(1, await BehindTheWallAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "spouse.document-added", Stop)));
    }

    [Fact]
    public async Task Five_at_most_and_a_place_is_free_once_one_is_taken_back()
    {
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        for (var i = 0; i < DocumentLimits.MaxPerOwner; i++)
        {
            Assert.Null((await AddAsync(spouse, id, SampleFiles.Pdf(info: $"n° {i}"))).Error);
        }

        Assert.Equal("document-too-many", (await AddAsync(spouse, id, SampleFiles.Pdf(info: "n° 6"))).Error?.Code);
        var first = (await SendAsync(spouse, new ListMySpouseDocuments())).Value.Documents[0].Id;
        Assert.Null((await SendAsync(spouse, new RemoveMySpouseDocument(first))).Error);
        Assert.Null((await SendAsync(spouse, new RemoveMySpouseDocument(first))).Error);

        Assert.Null((await AddAsync(spouse, id, SampleFiles.Pdf(info: "n° 6"))).Error);
        Assert.Equal(1, await BehindTheWallAsync(db => db.Events.CountAsync(e => e.Kind == SpouseEventKind.DocumentRemoved, Stop)));
        Assert.Equal(0, await BehindTheWallAsync(db => db.DocumentChunks.CountAsync(c => c.DocumentId == first, Stop)));
    }

    [Fact]
    public async Task Nobody_takes_or_opens_the_document_of_somebody_else()
    {
        await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var document = (await AddAsync(Actor.Anonymous, id, SampleFiles.Pdf())).Value.Id;
        var other = await InSpaceAsync("autre@example.org");

        Assert.Null((await SendAsync(other, new RemoveMySpouseDocument(document))).Error); // there is none of this number of theirs
        Assert.Equal("document-not-found", await OpenAsync(other, (await FileAsync("autre@example.org")).Id, document, isOwner: true));
        Assert.Single(await BehindTheWallAsync(db => db.DocumentsOfAsync(id, Stop)));
        var portal = Services.GetRequiredService<DocumentStore>();
        Assert.Equal("document-not-found", (await portal.OpenAsync(Actor.Anonymous, id, document, isOwner: true, isDevelopment: false, Stop)).Error?.Code);
    }

    [Fact]
    public async Task Before_the_consent_nothing_may_be_added()
    {
        var caseworker = await CaseworkerAsync();
        var id = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès Capdevielle", Email))).Value;
        var spouse = await OpenAsync();

        Assert.False((await SendAsync(spouse, new ListMySpouseDocuments())).Value.MayAdd);
        Assert.False((await SendAsync(caseworker, new ListSpouseDocuments(id))).Value.MayAdd);
    }

    [Fact]
    public async Task Without_the_antivirus_a_file_waits_and_once_refused_the_person_is_told_once()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var good = (await AddAsync(spouse, id, SampleFiles.Pdf())).Value;
        var bad = (await AddAsync(spouse, id, SampleFiles.Docx(("word/media/image1.png", ClamdServer.Eicar)))).Value;
        Assert.Null((await SendAsync(Actor.System, new ScanSpouseDocuments())).Error);
        Assert.Equal("document-not-yet-scanned", await OpenAsync(caseworker, id, good.Id));
        Assert.Null(await OpenAsync(spouse, id, good.Id, isOwner: true));

        await using var clamd = await ClamdServer.StartAsync(port);
        Assert.Null((await SendAsync(Actor.System, new ScanSpouseDocuments())).Error);
        Assert.Null((await SendAsync(Actor.System, new ScanSpouseDocuments())).Error);

        Assert.Null(await OpenAsync(caseworker, id, good.Id));
        Assert.Equal(("document-dangerous", "document-dangerous"), (await OpenAsync(caseworker, id, bad.Id), await OpenAsync(spouse, id, bad.Id, isOwner: true)));
        var told = Assert.Single(await MailsAsync(), m => m.Kind == SpouseEmails.DocumentsRefusedKind);
        Assert.StartsWith("Un document est à renvoyer", told.Subject, StringComparison.Ordinal);
        Assert.Equal("document-infected", (await AddAsync(spouse, id, SampleFiles.Docx(("word/media/image2.png", ClamdServer.Eicar)))).Error?.Code);
    }

    [Fact]
    public async Task The_copy_holds_the_files_and_the_erasure_leaves_no_byte_of_them()
    {
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        var pdf = SampleFiles.Pdf(info: "canaridocument");
        var document = (await AddAsync(spouse, id, pdf)).Value;

        await using (var archive = await (await SendAsync(spouse, new ExportMySpouseCase())).Value.OpenAsync(Stop))
        {
            await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Stop);
            await using var inside = await zip.GetEntry($"documents/{document.Id:N}/{document.FileName}")!.OpenAsync(Stop);
            using var read = new MemoryStream();
            await inside.CopyToAsync(read, Stop);
            Assert.Equal(pdf, read.ToArray());
        }

        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);
        Assert.Equal((0, 0), await BehindTheWallAsync(async db => (await db.Documents.CountAsync(Stop), await db.DocumentChunks.CountAsync(Stop))));
    }

    [Fact]
    public async Task A_document_on_its_way_when_the_file_is_erased_is_refused()
    {
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;
        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);

        var late = await AddAsync(spouse, id, SampleFiles.Pdf());

        Assert.Equal(ErrorKind.NotFound, late.Error?.Kind);
        Assert.Equal(0, await BehindTheWallAsync(db => db.Documents.CountAsync(Stop)));
    }

    [Fact]
    public async Task Many_documents_and_an_erasure_at_once_leave_nothing_behind()
    {
        var spouse = await InSpaceAsync();
        var id = (await FileAsync()).Id;

        var adding = Enumerable.Range(0, 6).Select(i => AddAsync(spouse, id, SampleFiles.Pdf(info: $"n° {i}"))).ToList();
        var erased = await SendAsync(spouse, new EraseMySpouseCase());
        await Task.WhenAll(adding);

        Assert.Null(erased.Error);
        Assert.Equal((0, 0, 0), await BehindTheWallAsync(async db => (
            await db.Documents.CountAsync(Stop), await db.DocumentChunks.CountAsync(Stop), await db.Events.CountAsync(Stop))));
    }

    private SpouseDocumentStore Store => Services.GetRequiredService<SpouseDocumentStore>();

    private Task<Result<DocumentSummary>> AddAsync(Actor actor, Guid owner, byte[] file) => Store.AddAsync(actor, owner, "cv", new MemoryStream(file), Stop);

    private async Task<string?> OpenAsync(Actor actor, Guid owner, Guid document, bool isOwner = false) =>
        (await Store.OpenAsync(actor, owner, document, isOwner, isDevelopment: false, Stop)).Error?.Code;

    private Task<int> JudgeAsync(DocumentVerdict verdict) => RunAsOwnerAsync($"UPDATE spouse.document SET verdict = '{verdict}', verdict_at = now()");
}
