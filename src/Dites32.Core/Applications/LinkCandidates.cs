using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Says that two rows are one person: their applications are then shown together. The rows stay as they were written, so
/// that <see cref="UnlinkCandidates"/> undoes it. Refused when one of the two persons has rows that the actor does not manage.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record LinkCandidates(Guid CandidateId, Guid OtherId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Candidate, CandidateId);
}

internal sealed class LinkCandidatesHandler(CandidateTwins twins, TimeProvider clock) : IRequestHandler<LinkCandidates, Result>
{
    public async Task<Result> Handle(LinkCandidates command, CancellationToken cancellationToken)
    {
        var two = await twins.Manageable.Where(c => c.Id == command.CandidateId || c.Id == command.OtherId).ToListAsync(cancellationToken);
        if (two.Count != 2)
        {
            return ApplicationErrors.CandidateNotFound;
        }

        var (first, second) = (await twins.GroupOfAsync(two[0], cancellationToken), await twins.GroupOfAsync(two[1], cancellationToken));
        if (first.Contains(two[1]))
        {
            return Result.Success; // linked already
        }

        if (!await twins.ManagesAllAsync([.. first, .. second], cancellationToken))
        {
            return ApplicationErrors.NotAllYours;
        }

        // The oldest row stands for the person; every other row points at it, so that chains stay one link long.
        var all = first.Concat(second).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToList();
        foreach (var candidate in all)
        {
            candidate.LinkTo(all[0].Id);
        }

        await twins.LogAsync(command.CandidateId, ApplicationEventKind.Merged, clock.GetUtcNow(), cancellationToken);
        await twins.LogAsync(command.OtherId, ApplicationEventKind.Merged, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
