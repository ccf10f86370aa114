using Dites32.Core.Data;
using Dites32.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

/// <summary>As the portal's, but that a document is held to its file: none is left of a file that goes, nor comes too late for it.</summary>
internal sealed class SpouseDocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentChunk>
{
    private const string ToItsFile = "fk_document_spouse_case_owner_id";

    private readonly DocumentMapping portal = new();

    public void Configure(EntityTypeBuilder<Document> document)
    {
        portal.Configure(document);
        document.HasOne<SpouseCase>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(ToItsFile);
        BrokenIndex.Declare(ToItsFile, DocumentErrors.NotFound);
    }

    public void Configure(EntityTypeBuilder<DocumentChunk> chunk) => portal.Configure(chunk);
}
