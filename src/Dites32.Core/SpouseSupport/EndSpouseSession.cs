using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Leaves the partners' space in this browser. Done twice, it is done.</summary>
[AllowSpouse]
public sealed record EndSpouseSession : ICommand<Result>, IBehindTheWall;

internal sealed class EndSpouseSessionHandler(SpouseDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<EndSpouseSession, Result>
{
    public async Task<Result> Handle(EndSpouseSession command, CancellationToken cancellationToken)
    {
        (await db.Sessions.SingleOrDefaultAsync(s => s.Id == actor.SpouseSessionId, cancellationToken))?.End(clock.GetUtcNow());
        return Result.Success;
    }
}
