using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>A question with the totals of its answers: never who has answered what. Errors: poll.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetPoll(Guid PollId) : IQuery<Result<PollFile>>;

public sealed record PollFile(Guid Id, Guid SemesterId, DateOnly SemesterStartsOn, string Question, DateOnly ClosesOn, bool IsClosed, IReadOnlyList<PollTotal> Totals)
{
    public int Votes => Totals.Sum(t => t.Votes);
}

public sealed record PollTotal(string Choice, int Votes);

internal sealed class GetPollHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<GetPoll, Result<PollFile>>
{
    public async Task<Result<PollFile>> Handle(GetPoll query, CancellationToken cancellationToken)
    {
        if (await db.SemesterPolls.SingleOrDefaultAsync(p => p.Id == query.PollId, cancellationToken) is not { } poll)
        {
            return PollErrors.NotFound;
        }

        var startsOn = await db.Semesters.Where(s => s.Id == poll.SemesterId).Select(s => s.StartsOn).SingleAsync(cancellationToken);
        return new PollFile(poll.Id, poll.SemesterId, startsOn, poll.Question, poll.ClosesOn, poll.IsClosed(clock.Today()), await db.TotalsOfAsync(poll, cancellationToken));
    }
}

internal static class PollTotals
{
    public static async Task<IReadOnlyList<PollTotal>> TotalsOfAsync(this AppDbContext db, SemesterPoll poll, CancellationToken cancellationToken)
    {
        var votes = await db.PollVotes.Where(v => v.PollId == poll.Id).GroupBy(v => v.Choice)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. poll.Choices.Select((choice, index) => new PollTotal(choice, votes.GetValueOrDefault(index)))];
    }
}
