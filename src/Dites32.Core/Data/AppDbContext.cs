using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Audit;
using Dites32.Core.Candidates;
using Dites32.Core.Documents;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Data;

/// <summary>The database. Internal, so that no page can query it: pages send requests.</summary>
internal sealed class AppDbContext(DbContextOptions<AppDbContext> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();
    public DbSet<ApplicationDraft> ApplicationDrafts => Set<ApplicationDraft>();
    public DbSet<ApplicationEvent> ApplicationEvents => Set<ApplicationEvent>();
    public DbSet<ApplicationFigure> ApplicationFigures => Set<ApplicationFigure>();
    public DbSet<ApplicationNote> ApplicationNotes => Set<ApplicationNote>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<AssignmentImportChange> AssignmentImportChanges => Set<AssignmentImportChange>();
    public DbSet<AssignmentImport> AssignmentImports => Set<AssignmentImport>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<CareerStep> CareerSteps => Set<CareerStep>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<DwellingPhoto> DwellingPhotos => Set<DwellingPhoto>();
    public DbSet<Dwelling> Dwellings => Set<Dwelling>();
    public DbSet<Faculty> Faculties => Set<Faculty>();
    public DbSet<HousingAllowance> HousingAllowances => Set<HousingAllowance>();
    public DbSet<HousingBooking> HousingBookings => Set<HousingBooking>();
    public DbSet<HousingRequest> HousingRequests => Set<HousingRequest>();
    public DbSet<HousingRound> HousingRounds => Set<HousingRound>();
    public DbSet<EventRegistration> EventRegistrations => Set<EventRegistration>();
    public DbSet<HousingOpinion> HousingOpinions => Set<HousingOpinion>();
    public DbSet<InternLocum> InternLocums => Set<InternLocum>();
    public DbSet<Intern> Interns => Set<Intern>();
    public DbSet<LicenceCondition> LicenceConditions => Set<LicenceCondition>();
    public DbSet<OfferEvent> OfferEvents => Set<OfferEvent>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<OfferPhotoFile> OfferPhotoFiles => Set<OfferPhotoFile>();
    public DbSet<OfferQuestion> OfferQuestions => Set<OfferQuestion>();
    public DbSet<OpinionGiven> OpinionsGiven => Set<OpinionGiven>();
    public DbSet<PersonalLink> PersonalLinks => Set<PersonalLink>();
    public DbSet<PlacementCapacity> PlacementCapacities => Set<PlacementCapacity>();
    public DbSet<PlacementOpinion> PlacementOpinions => Set<PlacementOpinion>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<PlacementSupervisor> PlacementSupervisors => Set<PlacementSupervisor>();
    public DbSet<PollVote> PollVotes => Set<PollVote>();
    public DbSet<Residency> Residencies => Set<Residency>();
    public DbSet<RetentionReport> RetentionReports => Set<RetentionReport>();
    public DbSet<RetentionState> RetentionStates => Set<RetentionState>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<SealedEntries> SealedEntries => Set<SealedEntries>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<Semester> Semesters => Set<Semester>();
    public DbSet<SemesterContact> SemesterContacts => Set<SemesterContact>();
    public DbSet<SemesterEvent> SemesterEvents => Set<SemesterEvent>();
    public DbSet<SemesterPoll> SemesterPolls => Set<SemesterPoll>();
    public DbSet<SemesterWelcome> SemesterWelcomes => Set<SemesterWelcome>();
    public DbSet<SignInThrottle> SignInThrottles => Set<SignInThrottle>();
    public DbSet<Stage> Stages => Set<Stage>();
    public DbSet<OutboxEmail> OutboxEmails => Set<OutboxEmail>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<Commune> Communes => Set<Commune>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentChunk> DocumentChunks => Set<DocumentChunk>();
    public DbSet<Epci> Epcis => Set<Epci>();
    public DbSet<Specialty> Specialties => Set<Specialty>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<SiteMembership> SiteMemberships => Set<SiteMembership>();
    public DbSet<SupervisorSearch> SupervisorSearches => Set<SupervisorSearch>();
    public DbSet<Supervisor> Supervisors => Set<Supervisor>();
    public DbSet<TerritoryOutline> TerritoryOutlines => Set<TerritoryOutline>();
    public DbSet<TerritoryVersion> TerritoryVersions => Set<TerritoryVersion>();
    public DbSet<WelcomeSent> WelcomesSent => Set<WelcomeSent>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly, mapping => !SpouseDbContext.Maps(mapping));
        builder.UseSnakeCase();
    }

    // Statuses are stored by name: a row stays readable in psql, and reordering an enum breaks nothing.
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
