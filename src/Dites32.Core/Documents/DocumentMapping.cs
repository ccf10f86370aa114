using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Documents;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentChunk>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("document", table =>
        {
            table.HasCheckConstraint("document_size", $"size_bytes BETWEEN 1 AND {DocumentLimits.MaxSize}");
            table.HasCheckConstraint("document_sha256", "octet_length(sha256) = 32");
            table.HasCheckConstraint("document_verdict_has_its_time", "(verdict = 'Pending') = (verdict_at IS NULL)");
        });
        document.Ignore(d => d.Summary);
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.FileName).HasMaxLength(DocumentLimits.MaxFileNameLength);
        // The sweep must not take a file that a draft is keeping at the same moment.
        document.Property(d => d.ExpiresAt).IsConcurrencyToken();
        document.HasIndex(d => d.ExpiresAt);
        document.HasIndex(d => new { d.OwnerId, d.Sha256 }).BreaksWith("ix_document_same_file", DocumentErrors.AlreadyThere);
    }

    public void Configure(EntityTypeBuilder<DocumentChunk> chunk)
    {
        chunk.ToTable("document_chunk", table =>
            table.HasCheckConstraint("document_chunk_size", $"octet_length(bytes) BETWEEN 1 AND {DocumentChunk.MaxSize}"));
        chunk.HasKey(c => new { c.DocumentId, c.Number });
        chunk.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
