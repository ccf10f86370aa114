using MediatR;

namespace Dites32.Core.Shared;

/// <summary>Reads, and never saves.</summary>
public interface IQuery<TResponse> : IRequest<TResponse>;

/// <summary>Changes something: the pipeline saves once after the handler, with an audit entry.</summary>
public interface ICommand<TResponse> : IRequest<TResponse>;

/// <summary>A command that creates something once, however often its form is sent.</summary>
public interface ISubmission
{
    /// <summary>Drawn when the form is rendered.</summary>
    Guid SubmissionId { get; }
}

/// <summary>
/// A command about a row that its sender has read at this version (xmin), which its handler compares first. A race lost at
/// the save runs again: the handler then sees the winner's row, and can say who was faster.
/// </summary>
public interface IVersioned
{
    uint Version { get; }
}

/// <summary>A command that does the same whatever another has just saved: a race lost at the save runs it again.</summary>
public interface IRunsAgain;

/// <summary>
/// Leaves an audit entry even when it changed nothing, so that a refusal costs what an acceptance costs: the time of
/// the answer does not tell whether an address has an account.
/// </summary>
public interface ITraced;

/// <summary>Leaves no audit entry: for what is a trace itself.</summary>
public interface IUntraced;

/// <summary>
/// Belongs to Dites32 à 2, the service for doctors' partners: it is saved and traced behind the wall, in a schema of the
/// database that nothing else of the portal may read (docs/decisions/ADR-0016).
/// </summary>
public interface IBehindTheWall;

/// <summary>
/// A command that writes by statements (<c>ExecuteUpdate</c>, <c>ExecuteDelete</c>) instead of changing entities: they are run
/// in one transaction with the audit entry, which it always leaves.
/// </summary>
public interface IByStatements;
