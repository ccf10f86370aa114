using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>A question to the intern's semester, and what they have answered. Errors: intern-space.no-file, poll.not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyPoll(Guid PollId) : IQuery<Result<MyPoll>>;

/// <summary>An intern answers, or changes their answer, until the question is closed. Errors: intern-space.no-file, poll.not-found, poll.closed, invalid.</summary>
/// <param name="Choice">From 0: its place among the possible answers.</param>
[AllowRoles(Role.Candidate)]
public sealed record AnswerPoll(Guid PollId, int? Choice) : ICommand<Result>, IRunsAgain;

/// <param name="Totals">Null before the intern has answered or the question is closed, and while fewer than five have answered.</param>
public sealed record MyPoll(Guid Id, string Question, IReadOnlyList<string> Choices, DateOnly ClosesOn, bool IsClosed, int? Mine, IReadOnlyList<PollTotal>? Totals);

internal sealed class AnswerPollHandler(AppDbContext db, InternAccess access, TimeProvider clock) : IRequestHandler<GetMyPoll, Result<MyPoll>>, IRequestHandler<AnswerPoll, Result>
{
    public async Task<Result<MyPoll>> Handle(GetMyPoll query, CancellationToken cancellationToken)
    {
        var found = await FindAsync(query.PollId, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var (poll, mine) = found.Value;
        var isClosed = poll.IsClosed(clock.Today());
        var totals = isClosed || mine.Vote is not null ? await db.TotalsOfAsync(poll, cancellationToken) : [];
        return new MyPoll(
            poll.Id, poll.Question, poll.Choices, poll.ClosesOn, isClosed, mine.Vote?.Choice, totals.Sum(t => t.Votes) >= SemesterPoll.FewestToShow ? totals : null);
    }

    public async Task<Result> Handle(AnswerPoll command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(command.PollId, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var (poll, mine) = found.Value;
        if (poll.IsClosed(clock.Today()))
        {
            return PollErrors.Closed;
        }

        if (command.Choice is not { } choice || choice < 0 || choice >= poll.Choices.Length)
        {
            return SharedErrors.Invalid(nameof(command.Choice), "Choisissez une réponse.");
        }

        if (mine.Vote is null)
        {
            db.Add(PollVote.Of(poll.Id, mine.InternId, choice));
        }
        else
        {
            mine.Vote.Change(choice);
        }

        return Result.Success;
    }

    private async Task<Result<(SemesterPoll Poll, (Guid InternId, PollVote? Vote) Mine)>> FindAsync(Guid pollId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var poll = await db.SemesterPolls.SingleOrDefaultAsync(
            p => p.Id == pollId && db.Assignments.Any(a => a.SemesterId == p.SemesterId && a.InternId == intern.Id), cancellationToken);
        return poll is null
            ? PollErrors.NotFound
            : (poll, (intern.Id, await db.PollVotes.SingleOrDefaultAsync(v => v.PollId == poll.Id && v.InternId == intern.Id, cancellationToken)));
    }
}
