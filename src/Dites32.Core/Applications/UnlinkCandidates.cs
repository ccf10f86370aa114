using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Takes a row out of the person it was linked with; the others stay together.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record UnlinkCandidates(Guid CandidateId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Candidate, CandidateId);
}

internal sealed class UnlinkCandidatesHandler(CandidateTwins twins, TimeProvider clock) : IRequestHandler<UnlinkCandidates, Result>
{
    public async Task<Result> Handle(UnlinkCandidates command, CancellationToken cancellationToken)
    {
        var candidate = await twins.Manageable.SingleOrDefaultAsync(c => c.Id == command.CandidateId, cancellationToken);
        if (candidate is null)
        {
            return ApplicationErrors.CandidateNotFound;
        }

        var group = await twins.GroupOfAsync(candidate, cancellationToken);
        if (group.Count == 1)
        {
            return Result.Success; // alone already
        }

        if (!await twins.ManagesAllAsync(group, cancellationToken))
        {
            return ApplicationErrors.NotAllYours;
        }

        CandidateTwins.Leave(candidate, group);
        await twins.LogAsync(candidate.Id, ApplicationEventKind.Unmerged, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
