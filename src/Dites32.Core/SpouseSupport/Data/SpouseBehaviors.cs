using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport.Data;

/// <summary>Saves what is behind the wall, with its trace, behind the wall.</summary>
internal sealed class SpouseSaveBehavior<TRequest, TResponse>(SpouseDbContext db, Actor actor, FoundSubject found, RowChanges changes)
    : SaveBehavior<SpouseDbContext, TRequest, TResponse>(db, actor, found, changes)
    where TRequest : ICommand<TResponse>, IBehindTheWall
    where TResponse : IResult<TResponse>
{
    protected override bool Saves(TRequest request) => true;
}

/// <summary>Traces there who reads what.</summary>
internal sealed class SpouseReadTraceBehavior<TRequest, TResponse>(SpouseDbContext db, Actor actor, FoundSubject read)
    : ReadTraceBehavior<SpouseDbContext, TRequest, TResponse>(db, actor, read)
    where TRequest : IReadsFile, IBehindTheWall
    where TResponse : IResult<TResponse>
{
    protected override bool Traces(TRequest request) => true;
}
