using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Events;

/// <summary>What the coordinator writes to the interns who arrive in a semester, with places for what differs.</summary>
internal sealed class SemesterWelcome
{
    private SemesterWelcome() { }

    public Guid SemesterId { get; private init; }
    public string Text { get; private set; } = "";

    public static SemesterWelcome Of(Guid semesterId, string text) => new() { SemesterId = semesterId, Text = text };

    public void Correct(string text) => Text = text;
}

/// <summary>That an intern has had the welcome mail of a semester: the row that keeps it from being written twice.</summary>
internal sealed class WelcomeSent
{
    private WelcomeSent() { }

    public Guid SemesterId { get; private init; }
    public Guid InternId { get; private init; }
    public DateTimeOffset SentAt { get; private init; }

    public static WelcomeSent Of(Guid semesterId, Guid internId, DateTimeOffset now) => new() { SemesterId = semesterId, InternId = internId, SentAt = now };
}

internal sealed class WelcomeMapping : IEntityTypeConfiguration<SemesterWelcome>, IEntityTypeConfiguration<WelcomeSent>
{
    public void Configure(EntityTypeBuilder<SemesterWelcome> welcome)
    {
        welcome.ToTable("semester_welcome");
        welcome.HasKey(w => w.SemesterId);
        welcome.Property(w => w.Text).HasMaxLength(WelcomeTemplate.MaxLength);
        welcome.HasOne<Semester>().WithOne().HasForeignKey<SemesterWelcome>(w => w.SemesterId).OnDelete(DeleteBehavior.Cascade);
        welcome.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_semester_welcome");
    }

    public void Configure(EntityTypeBuilder<WelcomeSent> sent)
    {
        sent.ToTable("welcome_sent");
        sent.HasKey(w => new { w.SemesterId, w.InternId });
        sent.HasOne<Semester>().WithMany().HasForeignKey(w => w.SemesterId).OnDelete(DeleteBehavior.Restrict);
        sent.HasOne<Intern>().WithMany().HasForeignKey(w => w.InternId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_welcome_sent");
    }
}

internal static class Welcomes
{
    /// <summary>Placed in the Gers in this semester, and not written to yet; nobody who stopped the mails.</summary>
    public static IQueryable<Intern> ToWelcome(this AppDbContext db, Guid semesterId) =>
        db.Interns.Where(i => i.ContactStoppedAt == null
            && db.Assignments.Any(a => a.SemesterId == semesterId && a.InternId == i.Id && a.PlacementId != null)
            && !db.WelcomesSent.Any(w => w.SemesterId == semesterId && w.InternId == i.Id));
}
