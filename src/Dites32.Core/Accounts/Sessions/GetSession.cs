using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>
/// Who a session cookie stands for, while it is alive; asking is no sign of life. The id is the secret that the encrypted
/// cookie holds: no page shows it.
/// </summary>
[AllowEveryone]
public sealed record GetSession(Guid SessionId) : IQuery<Result<SessionState>>;

/// <param name="Roles">Those that count in this session.</param>
/// <param name="LacksProof">The account has roles that this session does not open.</param>
/// <param name="IdleEndsAt">When it ends if no request comes, or for good.</param>
public sealed record SessionState(Guid AccountId, string DisplayName, IReadOnlyList<Role> Roles, bool LacksProof, DateTimeOffset IdleEndsAt);

internal sealed class GetSessionHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<GetSession, Result<SessionState>>
{
    public async Task<Result<SessionState>> Handle(GetSession request, CancellationToken cancellationToken)
    {
        var session = await db.SessionsAliveAt(clock.GetUtcNow()).Where(s => s.Id == request.SessionId)
            .Select(s => new
            {
                s.AccountId,
                s.Proof,
                s.IdleEndsAt,
                s.EndsAt,
                Name = db.Users.Where(a => a.Id == s.AccountId).Select(a => a.DisplayName).Single(),
                RoleIds = db.UserRoles.Where(r => r.UserId == s.AccountId).Select(r => r.RoleId).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (session is null)
        {
            return SharedErrors.SessionEnded;
        }

        var roles = SessionRoles.Of(session.RoleIds, session.Proof);
        return new SessionState(
            session.AccountId, session.Name, roles, roles.Count < session.RoleIds.Count,
            session.IdleEndsAt < session.EndsAt ? session.IdleEndsAt : session.EndsAt);
    }
}
