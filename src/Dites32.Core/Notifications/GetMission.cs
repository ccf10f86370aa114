using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Notifications;

/// <summary>Who answers for the portal, where no recruiter is named. No errors.</summary>
[AllowEveryone]
public sealed record GetMission : IQuery<Result<Mission>>;

public sealed record Mission(string Name, string Email);

internal sealed class GetMissionHandler(Portal portal) : IRequestHandler<GetMission, Result<Mission>>
{
    public Task<Result<Mission>> Handle(GetMission query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Mission>>(new Mission(portal.MissionName, portal.MissionAddress));
}
