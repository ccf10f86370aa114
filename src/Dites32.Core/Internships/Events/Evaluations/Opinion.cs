using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// What an intern thinks of a placement. The row says neither who, nor when, nor of which semester: in a small placement each would
/// name its author. It is shown once five that have not been shown are there, all five at once: of an answer that came alone,
/// whoever compares two days would know whose it is.
/// </summary>
internal sealed class PlacementOpinion
{
    /// <summary>So many come out together, and no fewer are ever shown.</summary>
    public const int Batch = 5;

    private PlacementOpinion() { }

    public Guid Id { get; private init; }
    public Guid PlacementId { get; private init; }
    public int Welcome { get; private init; }
    public int Supervision { get; private init; }
    public int Autonomy { get; private init; }
    public int Workload { get; private init; }
    public string? Text { get; private init; }
    public bool IsShown { get; private init; }

    public static PlacementOpinion Of(Guid placementId, int welcome, int supervision, int autonomy, int workload, string? text) =>
        new() { Id = Guid.NewGuid(), PlacementId = placementId, Welcome = welcome, Supervision = supervision, Autonomy = autonomy, Workload = workload, Text = text };

    /// <summary>The same words under another number, drawn at random.</summary>
    public PlacementOpinion Again(bool isShown) => new()
    {
        Id = Guid.NewGuid(),
        PlacementId = PlacementId,
        Welcome = Welcome,
        Supervision = Supervision,
        Autonomy = Autonomy,
        Workload = Workload,
        Text = Text,
        IsShown = isShown,
    };
}

/// <summary>What an intern thinks of the housing of the programme: not of which, and apart from what they think of the placement.</summary>
internal sealed class HousingOpinion
{
    private HousingOpinion() { }

    public Guid Id { get; private init; }
    public int Comfort { get; private init; }
    public int Situation { get; private init; }
    public string? Text { get; private init; }
    public bool IsShown { get; private init; }

    public static HousingOpinion Of(int comfort, int situation, string? text) => new() { Id = Guid.NewGuid(), Comfort = comfort, Situation = situation, Text = text };

    public HousingOpinion Again(bool isShown) => new() { Id = Guid.NewGuid(), Comfort = Comfort, Situation = Situation, Text = Text, IsShown = isShown };
}

/// <summary>That an intern has answered for an assignment, so that they do it once; no day, and nothing that leads to what they said.</summary>
internal sealed class OpinionGiven
{
    private OpinionGiven() { }

    public Guid AssignmentId { get; private init; }
    public Guid InternId { get; private init; }

    public static OpinionGiven Of(Guid assignmentId, Guid internId) => new() { AssignmentId = assignmentId, InternId = internId };
}

internal sealed class OpinionMapping : IEntityTypeConfiguration<PlacementOpinion>, IEntityTypeConfiguration<HousingOpinion>, IEntityTypeConfiguration<OpinionGiven>
{
    public void Configure(EntityTypeBuilder<PlacementOpinion> opinion)
    {
        opinion.ToTable("placement_opinion", table => table.HasCheckConstraint(
            "ck_placement_opinion_marks", "welcome BETWEEN 1 AND 5 AND supervision BETWEEN 1 AND 5 AND autonomy BETWEEN 1 AND 5 AND workload BETWEEN 1 AND 5"));
        opinion.Property(o => o.Id).ValueGeneratedNever();
        opinion.Property(o => o.Text).HasMaxLength(GiveOpinion.MaxTextLength);
        opinion.HasOne<Placement>().WithMany().HasForeignKey(o => o.PlacementId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HousingOpinion> opinion)
    {
        opinion.ToTable("housing_opinion", table => table.HasCheckConstraint("ck_housing_opinion_marks", "comfort BETWEEN 1 AND 5 AND situation BETWEEN 1 AND 5"));
        opinion.Property(o => o.Id).ValueGeneratedNever();
        opinion.Property(o => o.Text).HasMaxLength(GiveOpinion.MaxTextLength);
    }

    public void Configure(EntityTypeBuilder<OpinionGiven> given)
    {
        given.ToTable("opinion_given");
        given.HasKey(g => g.AssignmentId);
        given.HasOne<Assignment>().WithOne().HasForeignKey<OpinionGiven>(g => g.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        given.HasOne<Intern>().WithMany().HasForeignKey(g => g.InternId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_opinion_given");
    }
}
