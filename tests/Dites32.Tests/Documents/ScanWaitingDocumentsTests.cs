using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dites32.Tests.Documents.SampleFiles;

namespace Dites32.Tests.Documents;

/// <summary>The antivirus is away, and comes back.</summary>
public sealed class ScanWaitingDocumentsTests : CoreTest
{
    private readonly int port = ClamdServer.FreePort();
    private readonly Guid owner = Guid.NewGuid();

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Clamd:Host"] = "127.0.0.1",
        ["Clamd:Port"] = port.ToString(),
    };

    [Fact]
    public async Task A_file_received_while_the_antivirus_is_there_has_its_verdict_at_once()
    {
        await using var clamd = await ClamdServer.StartAsync(port);

        var clean = await AddAsync(Pdf());
        var infected = await AddAsync(Docx(("word/media/image1.png", ClamdServer.Eicar)));

        Assert.Equal(DocumentVerdict.Clean, clean.Value.Verdict);
        Assert.Null(await OpenAsync(clean.Value.Id));
        Assert.Equal("document-infected", infected.Error?.Code);
        Assert.Equal(1, await InDatabaseAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task A_file_received_without_the_antivirus_waits_and_nobody_but_its_owner_opens_it_meanwhile()
    {
        var received = (await AddAsync(Pdf())).Value;
        var infected = (await AddAsync(Docx(("word/media/image1.png", ClamdServer.Eicar)))).Value;

        Assert.Null((await SendAsync(Actor.System, new ScanWaitingDocuments())).Error);
        Assert.Equal([DocumentVerdict.Pending, DocumentVerdict.Pending], await VerdictsAsync());
        Assert.Equal("document-not-yet-scanned", await OpenAsync(received.Id));

        await using var clamd = await ClamdServer.StartAsync(port);
        Assert.Null((await SendAsync(Actor.System, new ScanWaitingDocuments())).Error);

        Assert.Equal([DocumentVerdict.Clean, DocumentVerdict.Refused], await VerdictsAsync());
        Assert.Null(await OpenAsync(received.Id));
        Assert.Equal("document-dangerous", await OpenAsync(infected.Id));
        Assert.Equal("document-dangerous", await OpenAsync(infected.Id, isOwner: true));
    }

    [Fact]
    public async Task A_verdict_is_asked_for_again_after_a_month_because_the_antivirus_has_learnt()
    {
        var id = (await AddAsync(Docx(("word/media/image1.png", ClamdServer.Eicar)))).Value.Id;
        await InDatabaseAsync(async db =>
        {
            (await db.Documents.SingleAsync(d => d.Id == id)).Judge(DocumentVerdict.Clean, Clock.Now); // by an antivirus that did not know it
            return await db.SaveChangesAsync();
        });
        await using var clamd = await ClamdServer.StartAsync(port);

        Clock.Advance(ScanWaitingDocuments.VerdictHolds);
        await SendAsync(Actor.System, new ScanWaitingDocuments());
        Assert.Equal([DocumentVerdict.Clean], await VerdictsAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.System, new ScanWaitingDocuments());

        Assert.Equal([DocumentVerdict.Refused], await VerdictsAsync());
    }

    [Fact]
    public async Task Only_a_job_asks_for_verdicts() =>
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new ScanWaitingDocuments())).Error?.Code);

    private DocumentStore Store => Services.GetRequiredService<DocumentStore>();

    private Task<Result<DocumentSummary>> AddAsync(byte[] file) =>
        Store.AddAsync(Actor.Anonymous, owner, "cv", new MemoryStream(file), TestContext.Current.CancellationToken);

    private async Task<string?> OpenAsync(Guid id, bool isOwner = false) =>
        (await Store.OpenAsync(Actor.Anonymous, owner, id, isOwner, isDevelopment: false, TestContext.Current.CancellationToken)).Error?.Code;

    private Task<List<DocumentVerdict>> VerdictsAsync() =>
        InDatabaseAsync(db => db.Documents.OrderByDescending(d => d.Kind).Select(d => d.Verdict).ToListAsync());
}
