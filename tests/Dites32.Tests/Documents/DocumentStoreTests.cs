using System.Security.Cryptography;
using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dites32.Tests.Documents.SampleFiles;

namespace Dites32.Tests.Documents;

public sealed class DocumentStoreTests : CoreTest
{
    private readonly Guid owner = Guid.NewGuid();

    private DocumentStore Store => Services.GetRequiredService<DocumentStore>();

    [Fact]
    public async Task A_file_of_10_MB_comes_back_byte_for_byte_with_its_hash()
    {
        var file = PdfOf(10 * 1024 * 1024);
        Assert.Equal(10 * 1024 * 1024, file.Length);

        var added = await AddAsync(file);
        Assert.Null(added.Error?.Code);
        var opened = await OpenAsync(added.Value.Id);

        Assert.Equal((DocumentKind.Pdf, file.LongLength, DocumentVerdict.Pending), (opened.Summary.Kind, opened.Summary.SizeBytes, opened.Summary.Verdict));
        Assert.Equal(SHA256.HashData(file), opened.Sha256);
        var back = await ReadAsync(opened);
        Assert.True(file.AsSpan().SequenceEqual(back));
        Assert.Equal(40, await InDatabaseAsync(db => db.DocumentChunks.CountAsync()));
        Assert.Equal(["AddDocument", "OpenDocument"], await InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task One_byte_more_is_refused_and_leaves_nothing()
    {
        Assert.Equal("document-too-large", (await AddAsync(PdfOf(10 * 1024 * 1024 + 1))).Error?.Code);
        await AssertNothingAsync();
    }

    [Fact]
    public async Task An_empty_file_and_a_refused_one_leave_nothing()
    {
        Assert.Equal("document-empty", (await AddAsync([])).Error?.Code);
        Assert.Equal("document-kind-refused", (await AddAsync(Text("<html></html>"))).Error?.Code);
        await AssertNothingAsync();
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.AddAsync(Actor.Anonymous, owner, "cv.pdf", new CutStream(PdfOf(2_000_000), 900_000), CancellationToken.None));

        await AssertNothingAsync();
    }

    [Fact]
    public async Task The_same_file_sent_twice_is_one_row()
    {
        var first = await AddAsync(Pdf(), "cv.pdf");
        Clock.Advance(TimeSpan.FromDays(6));
        var second = await AddAsync(Pdf(), "copie.pdf");

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await InDatabaseAsync(db => db.Documents.CountAsync()));
        Assert.Equal(Clock.Now + Document.Patience, await InDatabaseAsync(db => db.Documents.Select(d => d.ExpiresAt).SingleAsync()));
        Assert.Null((await Store.AddAsync(Actor.Anonymous, Guid.NewGuid(), "cv.pdf", new MemoryStream(Pdf()), CancellationToken.None)).Error);
    }

    [Fact]
    public async Task The_same_file_sent_twenty_times_at_once_is_one_row()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync(Pdf())));

        Assert.Single(answers.Select(a => a.Value.Id).Distinct());
        Assert.Equal(1, await InDatabaseAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Ten_files_sent_at_once_are_five_documents()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => AddAsync(Pdf(info: $"n° {i}"))));

        Assert.Equal(5, answers.Count(a => a.Error is null));
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("document-too-many", a.Error!.Code));
        Assert.Equal(5, await InDatabaseAsync(db => db.DocumentChunks.CountAsync()));
    }

    [Fact]
    public async Task One_of_five_sent_again_is_not_one_too_many()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await AddAsync(Pdf(info: $"n° {i}"))).Error);
        }

        Assert.Null((await AddAsync(Pdf(info: "n° 0"))).Error);
        Assert.Equal("document-too-many", (await AddAsync(Pdf(info: "n° 6"))).Error?.Code);
    }

    [Fact]
    public async Task A_document_opens_only_under_its_own_owner()
    {
        var id = (await AddAsync(Pdf())).Value.Id;

        var stranger = await Store.OpenAsync(Actor.Anonymous, Guid.NewGuid(), id, isOwner: true, isDevelopment: true, CancellationToken.None);

        Assert.Equal("document-not-found", stranger.Error?.Code);
    }

    [Theory]
    [InlineData(DocumentVerdict.Pending, true, false, null)]
    [InlineData(DocumentVerdict.Pending, false, true, null)]
    [InlineData(DocumentVerdict.Pending, false, false, "document-not-yet-scanned")]
    [InlineData(DocumentVerdict.Clean, false, false, null)]
    [InlineData(DocumentVerdict.Refused, true, true, "document-dangerous")]
    public async Task Who_opens_a_document_depends_on_its_verdict(DocumentVerdict verdict, bool isOwner, bool isDevelopment, string? code)
    {
        var id = (await AddAsync(Pdf())).Value.Id;
        await ChangeAsync(id, d =>
        {
            if (verdict != DocumentVerdict.Pending)
            {
                d.Judge(verdict, Clock.Now);
            }
        });

        var opened = await Store.OpenAsync(Actor.Anonymous, owner, id, isOwner, isDevelopment, CancellationToken.None);

        Assert.Equal(code, opened.Error?.Code);
        Assert.Equal(code is null ? 1 : 0, await InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == "OpenDocument")));
    }

    [Fact]
    public async Task The_sweep_takes_what_was_never_sent_and_nothing_else()
    {
        var forgotten = (await AddAsync(Pdf(info: "oublié"))).Value.Id;
        var application = Guid.NewGuid();
        await Store.AddAsync(Actor.Anonymous, application, "cv.pdf", new MemoryStream(Pdf()), CancellationToken.None);
        await InDatabaseAsync(async db =>
        {
            await db.MoveDocumentsAsync(application, application, CancellationToken.None);
            return await db.SaveChangesAsync();
        });

        Clock.Advance(Document.Patience);
        await SendAsync(Actor.System, new SweepDocuments());
        Assert.Equal(2, await InDatabaseAsync(db => db.Documents.CountAsync()));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.System, new SweepDocuments());

        var left = await InDatabaseAsync(db => db.DocumentsOfAsync(application, CancellationToken.None));
        Assert.NotEqual(forgotten, Assert.Single(left).Id);
        Assert.Equal(1, await InDatabaseAsync(db => db.DocumentChunks.CountAsync()));
    }

    [Fact]
    public async Task A_sweep_that_meets_a_draft_being_sent_keeps_the_file()
    {
        var id = (await AddAsync(Pdf())).Value.Id;
        var application = Guid.NewGuid();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InDatabaseAsync(async sweeping =>
        {
            sweeping.Documents.RemoveRange(await sweeping.Documents.ToListAsync());
            await ChangeAsync(id, d => d.BelongTo(application));
            return await sweeping.SaveChangesAsync();
        }));

        Assert.Equal(id, Assert.Single(await InDatabaseAsync(db => db.DocumentsOfAsync(application, CancellationToken.None))).Id);
    }

    [Fact]
    public async Task A_document_is_removed_only_by_its_owner_and_with_its_bytes()
    {
        var id = (await AddAsync(Pdf())).Value.Id;

        foreach (var (who, left) in new[] { (Guid.NewGuid(), 1), (owner, 0), (owner, 0) })
        {
            await InDatabaseAsync(async db =>
            {
                await db.RemoveDocumentAsync(who, id, CancellationToken.None);
                return await db.SaveChangesAsync();
            });
            Assert.Equal(left, await InDatabaseAsync(db => db.DocumentChunks.CountAsync()));
        }
    }

    [Fact]
    public async Task Only_a_job_sweeps() =>
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new SweepDocuments())).Error?.Code);

    private Task<Result<DocumentSummary>> AddAsync(byte[] file, string name = "cv.pdf") =>
        Store.AddAsync(Actor.Anonymous, owner, name, new MemoryStream(file), TestContext.Current.CancellationToken);

    private async Task<DocumentContent> OpenAsync(Guid id) =>
        (await Store.OpenAsync(Actor.Anonymous, owner, id, isOwner: true, isDevelopment: false, TestContext.Current.CancellationToken)).Value;

    private static async Task<byte[]> ReadAsync(DocumentContent content)
    {
        using var file = new MemoryStream();
        await foreach (var chunk in content.Chunks)
        {
            file.Write(chunk);
        }

        return file.ToArray();
    }

    private Task<int> ChangeAsync(Guid id, Action<Document> change) => InDatabaseAsync(async db =>
    {
        change(await db.Documents.SingleAsync(d => d.Id == id));
        return await db.SaveChangesAsync();
    });

    private async Task AssertNothingAsync() => Assert.Equal((0, 0, 0), await InDatabaseAsync(async db =>
        (await db.Documents.CountAsync(), await db.DocumentChunks.CountAsync(), await db.AuditEntries.CountAsync())));

    private sealed class CutStream(byte[] file, int after) : MemoryStream(file)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > after ? throw new IOException("The client has gone.") : await base.ReadAsync(buffer, cancellationToken);
    }
}
