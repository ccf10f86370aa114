using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Events;

/// <summary>A question to the interns of a semester, with its possible answers: the day of an event, a place to go to.</summary>
internal sealed class SemesterPoll
{
    public const int MaxQuestionLength = 200, MaxChoiceLength = 120, FewestChoices = 2, MostChoices = 8;

    /// <summary>With fewer votes, an intern would guess who has voted what.</summary>
    public const int FewestToShow = 5;

    private SemesterPoll() { }

    public Guid Id { get; private init; }
    public Guid SemesterId { get; private init; }
    public string Question { get; private init; } = "";
    public string[] Choices { get; private init; } = [];

    /// <summary>The last day to answer.</summary>
    public DateOnly ClosesOn { get; private set; }

    public static SemesterPoll Of(Guid id, Guid semesterId, string question, string[] choices, DateOnly closesOn) =>
        new() { Id = id, SemesterId = semesterId, Question = question, Choices = choices, ClosesOn = closesOn };

    public bool IsClosed(DateOnly today) => ClosesOn < today;

    /// <summary>Closed at once: its last day was yesterday.</summary>
    public void Close(DateOnly today) => ClosesOn = IsClosed(today) ? ClosesOn : today.AddDays(-1);
}

/// <summary>What an intern has answered; nobody but them reads it with their name.</summary>
internal sealed class PollVote
{
    private PollVote() { }

    public Guid PollId { get; private init; }
    public Guid InternId { get; private init; }

    /// <summary>From 0: its place among the possible answers.</summary>
    public int Choice { get; private set; }

    public static PollVote Of(Guid pollId, Guid internId, int choice) => new() { PollId = pollId, InternId = internId, Choice = choice };

    public void Change(int choice) => Choice = choice;
}

internal sealed class SemesterPollMapping : IEntityTypeConfiguration<SemesterPoll>, IEntityTypeConfiguration<PollVote>
{
    public void Configure(EntityTypeBuilder<SemesterPoll> poll)
    {
        poll.ToTable("semester_poll", table => table.HasCheckConstraint(
            "ck_semester_poll_choices", $"cardinality(choices) BETWEEN {SemesterPoll.FewestChoices} AND {SemesterPoll.MostChoices}"));
        poll.Property(p => p.Id).ValueGeneratedNever();
        poll.Property(p => p.Question).HasMaxLength(SemesterPoll.MaxQuestionLength);
        poll.HasOne<Semester>().WithMany().HasForeignKey(p => p.SemesterId).OnDelete(DeleteBehavior.Restrict);
        BrokenIndex.DeclareRunningAgain("pk_semester_poll");
    }

    public void Configure(EntityTypeBuilder<PollVote> vote)
    {
        vote.ToTable("poll_vote", table => table.HasCheckConstraint("ck_poll_vote_choice", $"choice BETWEEN 0 AND {SemesterPoll.MostChoices - 1}"));
        vote.HasKey(v => new { v.PollId, v.InternId });
        vote.HasOne<SemesterPoll>().WithMany().HasForeignKey(v => v.PollId).OnDelete(DeleteBehavior.Cascade);
        vote.HasOne<Intern>().WithMany().HasForeignKey(v => v.InternId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_poll_vote");
    }
}
