using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Notifications;

internal sealed class OutboxEmailMapping : IEntityTypeConfiguration<OutboxEmail>
{
    private const string Waiting = "sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL";

    public void Configure(EntityTypeBuilder<OutboxEmail> email)
    {
        email.ToTable("outbox_email", table =>
        {
            table.HasCheckConstraint("outbox_email_one_end", "num_nonnulls(sent_at, cancelled_at, dead_at) <= 1");
            table.HasCheckConstraint("outbox_email_body_while_waiting", $"(protected_body IS NOT NULL) = ({Waiting})");
            table.HasCheckConstraint("outbox_email_address_while_waiting", $"to_address IS NOT NULL OR NOT ({Waiting})");
            table.HasCheckConstraint("outbox_email_leased_while_waiting", $"leased_until IS NULL OR ({Waiting} AND attempts > 0)");
            table.HasCheckConstraint("outbox_email_sent_by_an_attempt", "sent_at IS NULL OR attempts > 0");
            table.HasCheckConstraint("outbox_email_dead_for_a_reason", "dead_at IS NULL OR failure IS NOT NULL");
        });
        email.Property(e => e.Id).ValueGeneratedNever();
        email.Property(e => e.Version).IsRowVersion();
        email.Property(e => e.Kind).HasMaxLength(60);
        email.Property(e => e.Network).HasMaxLength(64);
        email.Property(e => e.Failure).HasMaxLength(40);
        email.Ignore(e => e.IsWaiting);
        email.HasIndex(e => new { e.NextAttemptAt, e.Id }).HasFilter(Waiting).HasDatabaseName("ix_outbox_email_waiting");
        email.HasIndex(e => new { e.ToHash, e.Kind, e.CreatedAt });
        email.HasIndex(e => new { e.Network, e.Kind, e.CreatedAt });
        email.HasIndex(e => e.AboutId);
        email.HasIndex(e => e.CreatedAt);
    }
}
