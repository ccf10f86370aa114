using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport.Data;

/// <summary>
/// Dites32 à 2, behind its wall: a schema of its own, reached by a database role of its own. The role <c>app</c> has no right
/// here, and this one none on candidates, applications or accounts (Sql/after/910-spouse-rights.sql, ADR-0016). Documents,
/// mails and traces are those of the portal, in tables of this schema.
/// </summary>
internal sealed class SpouseDbContext(DbContextOptions<SpouseDbContext> options) : DbContext(options)
{
    public const string Schema = "spouse";

    public DbSet<SpouseCase> Cases => Set<SpouseCase>();
    public DbSet<SpouseEvent> Events => Set<SpouseEvent>();
    public DbSet<SpouseNote> Notes => Set<SpouseNote>();
    public DbSet<SpouseTask> Tasks => Set<SpouseTask>();
    public DbSet<SpouseMeeting> Meetings => Set<SpouseMeeting>();
    public DbSet<SpouseLink> Links => Set<SpouseLink>();
    public DbSet<SpouseSession> Sessions => Set<SpouseSession>();
    public DbSet<JobAnnouncement> Announcements => Set<JobAnnouncement>();
    public DbSet<JobEmployer> Employers => Set<JobEmployer>();
    public DbSet<JobVacancy> Vacancies => Set<JobVacancy>();
    public DbSet<JobLead> Leads => Set<JobLead>();
    public DbSet<CoupleLink> CoupleLinks => Set<CoupleLink>();
    public DbSet<PlaceComparison> Comparisons => Set<PlaceComparison>();
    public DbSet<CommuneNote> CommuneNotes => Set<CommuneNote>();
    public DbSet<PublishedOffer> PublishedOffers => Set<PublishedOffer>();
    public DbSet<EmployerTalk> Talks => Set<EmployerTalk>();
    public DbSet<JobImport> Imports => Set<JobImport>();
    public DbSet<FranceTravailReading> Readings => Set<FranceTravailReading>();
    public DbSet<UsualStep> UsualSteps => Set<UsualStep>();
    public DbSet<SpouseErasure> Erasures => Set<SpouseErasure>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentChunk> DocumentChunks => Set<DocumentChunk>();
    public DbSet<OutboxEmail> OutboxEmails => Set<OutboxEmail>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();
    public DbSet<SealedEntries> SealedEntries => Set<SealedEntries>();

    /// <summary>Whether a mapping belongs here; the portal's context takes the others.</summary>
    public static bool Maps(Type mapping) => mapping.Namespace?.StartsWith("Dites32.Core.SpouseSupport", StringComparison.Ordinal) == true;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(Schema);
        builder.ApplyConfigurationsFromAssembly(typeof(SpouseDbContext).Assembly, Maps);
        builder.ApplyConfiguration(new OutboxEmailMapping());
        builder.ApplyConfiguration(new AuditEntryMapping());
        builder.ApplyConfiguration(new AuditSealMapping());
        builder.ApplyConfiguration(new SealedEntriesMapping());
        builder.UseSnakeCase();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
