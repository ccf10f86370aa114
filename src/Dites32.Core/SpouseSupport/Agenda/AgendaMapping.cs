using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class AgendaMapping : IEntityTypeConfiguration<SpouseTask>, IEntityTypeConfiguration<SpouseMeeting>
{
    public void Configure(EntityTypeBuilder<SpouseTask> task)
    {
        task.ToTable("spouse_task", table => table.HasCheckConstraint("ck_spouse_task_done", "(done_at IS NULL) = (done_by_id IS NULL)"));
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.Text).HasMaxLength(SpouseTask.MaxTextLength);
        task.Property<uint>("Version").IsRowVersion();
        task.HasOne<SpouseCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        task.HasIndex(t => t.CaseId);
        task.HasIndex(t => new { t.OwnerId, t.DueOn }).HasFilter("done_at IS NULL");
        BrokenIndex.DeclareRunningAgain("pk_spouse_task");
    }

    public void Configure(EntityTypeBuilder<SpouseMeeting> meeting)
    {
        meeting.ToTable("spouse_meeting", table => table.HasCheckConstraint("ck_spouse_meeting_lasts", "starts_at < ends_at"));
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Place).HasMaxLength(SpouseMeeting.MaxPlaceLength);
        meeting.Property<uint>("Version").IsRowVersion();
        meeting.Ignore(m => m.Minutes);
        meeting.HasOne<SpouseCase>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
        meeting.HasIndex(m => m.CaseId);
        meeting.HasIndex(m => m.StartsAt);
        BrokenIndex.DeclareRunningAgain("pk_spouse_meeting");
        BrokenIndex.Declare("ex_spouse_meeting_overlap", SpouseErrors.MeetingOverlap); // Sql/after/310-spouse-meetings.sql
    }
}
