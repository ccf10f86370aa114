using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <param name="Id">For the cookie, and nothing else.</param>
/// <param name="Roles">Those that count in this session.</param>
/// <param name="LacksProof">The account has roles that this session does not open: the person sets up a second factor first.</param>
public sealed record OpenedSession(Guid Id, Guid AccountId, IReadOnlyList<Role> Roles, bool LacksProof);

/// <summary>Adds a session to what the command saves.</summary>
internal sealed class SessionOpening(AppDbContext db, Actor actor, FoundSubject subject, TimeProvider clock)
{
    public async Task<OpenedSession> OpenAsync(
        Account account, SessionProof proof, CancellationToken cancellationToken, DateTimeOffset? provedAt = null)
    {
        var session = AccountSession.Open(account, proof, actor.Browser, clock.GetUtcNow(), provedAt);
        db.Add(session);
        subject.IsAccount(account.Id);
        var roleIds = await db.UserRoles.Where(r => r.UserId == account.Id).Select(r => r.RoleId).ToListAsync(cancellationToken);
        var roles = SessionRoles.Of(roleIds, proof);
        return new OpenedSession(session.Id, account.Id, roles, roles.Count < roleIds.Count);
    }
}
