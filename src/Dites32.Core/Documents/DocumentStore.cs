using System.Runtime.CompilerServices;
using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Dites32.Core.Documents;

/// <summary>A document whose reading was allowed. The chunks are read as they are asked for.</summary>
public sealed record DocumentContent(DocumentSummary Summary, IReadOnlyList<byte> Sha256, IAsyncEnumerable<byte[]> Chunks);

/// <summary>
/// The bytes of the documents, in and out of PostgreSQL, never whole in memory: the one place that saves outside the
/// request pipeline (docs/decisions/ADR-0004). The caller has checked that the actor may see or change the owner. This one
/// is the portal's; another is behind the wall (docs/decisions/ADR-0016).
/// </summary>
public class DocumentStore
{
    private readonly IServiceScopeFactory scopes;
    private readonly Clamd clamd;
    private readonly TimeProvider clock;

    internal DocumentStore(IServiceScopeFactory scopes, Clamd clamd, TimeProvider clock) =>
        (this.scopes, this.clamd, this.clock) = (scopes, clamd, clock);

    /// <summary>What somebody else than its owner opens a document for.</summary>
    private protected virtual ReadingPurpose Purpose => ReadingPurpose.Recruiting;

    /// <summary>Whether a file lasts as long as its owner from the first moment, or waits until somebody keeps it.</summary>
    private protected virtual bool KeepsAtOnce => false;

    /// <summary>Where the rows are. SQL written by hand names no schema: the connection says which.</summary>
    private protected virtual DbContext ContextIn(IServiceProvider services) => services.GetRequiredService<AppDbContext>();

    /// <summary>What is saved together with a new file; the services are those of a request of the actor's.</summary>
    private protected virtual Task AddedAsync(IServiceProvider services, Actor actor, Document document) => Task.CompletedTask;

    /// <summary>
    /// Receives one file for an owner, checked by content and by the antivirus. Where the antivirus is away the file is
    /// kept without a verdict, which comes later. The same file sent again answers with the row it has.
    /// </summary>
    /// <param name="typedName">The name on the sender's computer.</param>
    /// <param name="cancellationToken">Ends the reading: nothing is left then. Once the file is here, it is saved.</param>
    public async Task<Result<DocumentSummary>> AddAsync(
        Actor actor, Guid ownerId, string? typedName, Stream content, CancellationToken cancellationToken)
    {
        var received = await SpooledFile.ReceiveAsync(content, cancellationToken);
        if (received.Error is not null)
        {
            return received.Error;
        }

        await using var file = received.Value;
        var kind = ContentRules.Check(file.Content);
        if (kind.Error is not null)
        {
            return kind.Error;
        }

        var verdict = await clamd.JudgeAsync(PartsAsync(file.Content, cancellationToken), cancellationToken);
        if (verdict == DocumentVerdict.Refused)
        {
            return DocumentErrors.Infected;
        }

        var document = Document.Received(ownerId, typedName, kind.Value, file.Size, file.Sha256, clock.GetUtcNow());
        if (KeepsAtOnce)
        {
            document.BelongTo(ownerId);
        }

        if (verdict is not null)
        {
            document.Judge(verdict.Value, document.UploadedAt);
        }

        return await SaveAsync(actor, document, file);
    }

    /// <summary>Opens a document of this owner, and keeps a trace of it.</summary>
    public async Task<Result<DocumentContent>> OpenAsync(
        Actor actor, Guid ownerId, Guid documentId, bool isOwner, bool isDevelopment, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = ContextIn(scope.ServiceProvider);
        var document = await db.Set<Document>().AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == documentId && d.OwnerId == ownerId, cancellationToken);
        if (document is null)
        {
            return DocumentErrors.NotFound;
        }

        if (!DocumentAccess.MayOpen(document.Summary, isOwner, isDevelopment))
        {
            return document.Verdict == DocumentVerdict.Pending ? DocumentErrors.NotYetScanned : DocumentErrors.Dangerous;
        }

        db.Add(AuditEntry.Of(actor, new OpenDocument(document.Id, isOwner ? ReadingPurpose.OwnFile : Purpose)));
        await db.SaveChangesAsync(cancellationToken);
        return new DocumentContent(document.Summary, document.Sha256, ChunksAsync(document.Id, cancellationToken));
    }

    /// <summary>Chunk after chunk, by number: between two of them a slow reader holds no connection.</summary>
    internal async IAsyncEnumerable<byte[]> ChunksAsync(Guid documentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = ContextIn(scope.ServiceProvider);
        for (var number = 0; ; number++)
        {
            var bytes = await db.Set<DocumentChunk>().Where(c => c.DocumentId == documentId && c.Number == number)
                .Select(c => c.Bytes).SingleOrDefaultAsync(cancellationToken);
            if (bytes is null)
            {
                yield break;
            }

            yield return bytes;
        }
    }

    /// <summary>The same, for the antivirus.</summary>
    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> PartsAsync(Guid documentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var bytes in ChunksAsync(documentId, cancellationToken))
        {
            yield return bytes;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PartsAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[DocumentChunk.MaxSize];
        content.Position = 0;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            yield return buffer.AsMemory(0, read);
        }
    }

    private async Task<Result<DocumentSummary>> SaveAsync(Actor actor, Document document, SpooledFile file)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = actor;
        var db = ContextIn(scope.ServiceProvider);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);

        // One upload at a time for an owner: what is counted here stays true until the commit.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({document.OwnerId.ToString()}, 4))", CancellationToken.None);
        var others = await db.Set<Document>().Where(d => d.OwnerId == document.OwnerId).ToListAsync(CancellationToken.None);
        if (others.Find(d => d.Sha256.AsSpan().SequenceEqual(document.Sha256)) is { } same)
        {
            same.WaitAgain(document.UploadedAt);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return same.Summary;
        }

        if (others.Count(d => d.Summary.TakesAPlace) >= DocumentLimits.MaxPerOwner)
        {
            return DocumentErrors.TooMany;
        }

        db.Add(document);
        db.Add(AuditEntry.Of(actor, new AddDocument(document.Id)));
        await AddedAsync(scope.ServiceProvider, actor, document);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException exception) when (BrokenIndex.Knows(exception))
        {
            return BrokenIndex.Explain(exception); // its owner has gone meanwhile
        }

        await WriteChunksAsync((NpgsqlTransaction)transaction.GetDbTransaction(), document.Id, file.Content);
        await transaction.CommitAsync(CancellationToken.None);
        return document.Summary;
    }

    private static async Task WriteChunksAsync(NpgsqlTransaction transaction, Guid documentId, Stream content)
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO document_chunk (document_id, number, bytes) VALUES ($1, $2, $3)", transaction.Connection, transaction);
        insert.Parameters.Add(new NpgsqlParameter { Value = documentId });
        var number = insert.Parameters.Add(new NpgsqlParameter<int>());
        var bytes = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea });

        var buffer = new byte[DocumentChunk.MaxSize];
        content.Position = 0;
        for (var i = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var read; i++)
        {
            number.Value = i;
            bytes.Value = new ArraySegment<byte>(buffer, 0, read);
            await insert.ExecuteNonQueryAsync();
        }
    }

    // The names of the two traces.
    private sealed record AddDocument(Guid DocumentId) : IAbout
    {
        public Subject Subject => new(SubjectKind.Document, DocumentId);
    }

    private sealed record OpenDocument(Guid DocumentId, ReadingPurpose Purpose) : IReadsFile
    {
        public Subject Subject => new(SubjectKind.Document, DocumentId);
    }
}
