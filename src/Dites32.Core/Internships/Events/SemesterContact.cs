using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Events;

/// <summary>The coordinator whom the interns of a semester write to. Without one it is the mission.</summary>
internal sealed class SemesterContact
{
    private SemesterContact() { }

    public Guid SemesterId { get; private init; }
    public Guid AccountId { get; private set; }

    public static SemesterContact Of(Guid semesterId, Guid accountId) => new() { SemesterId = semesterId, AccountId = accountId };

    public void Becomes(Guid accountId) => AccountId = accountId;
}

internal sealed class SemesterContactMapping : IEntityTypeConfiguration<SemesterContact>
{
    public void Configure(EntityTypeBuilder<SemesterContact> contact)
    {
        contact.ToTable("semester_contact");
        contact.HasKey(c => c.SemesterId);
        contact.HasOne<Semester>().WithOne().HasForeignKey<SemesterContact>(c => c.SemesterId).OnDelete(DeleteBehavior.Cascade);
        contact.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_semester_contact");
    }
}

/// <summary>Who answers the interns of a semester: the named coordinator while they are one, or the mission.</summary>
internal sealed class SemesterContacts(AppDbContext db, Colleagues colleagues, Portal portal)
{
    public Task<IReadOnlyList<AccountContact>> PossibleAsync(CancellationToken cancellationToken) =>
        colleagues.WithAsync(Role.InternshipCoordinator, cancellationToken);

    public async Task<ReplyTo> OfAsync(Guid? semesterId, CancellationToken cancellationToken)
    {
        var named = await db.SemesterContacts.Where(c => c.SemesterId == semesterId).Select(c => (Guid?)c.AccountId).SingleOrDefaultAsync(cancellationToken);
        var contact = named is null ? null : (await PossibleAsync(cancellationToken)).FirstOrDefault(c => c.Id == named);
        return contact is null ? new ReplyTo(portal.MissionAddress, portal.MissionName) : new ReplyTo(contact.Email, contact.DisplayName);
    }
}
