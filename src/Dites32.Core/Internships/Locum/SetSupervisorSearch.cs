using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>
/// Writes down that a supervisor looks for a locum, until when, and whether their former interns may see it. Errors:
/// supervisor.not-found, invalid, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the search as the coordinator saw it; 0 where there is none.</param>
/// <param name="IsAgreed">The supervisor said yes to being shown to former interns.</param>
/// <param name="SharesContact">And to their telephone and address being shown.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetSupervisorSearch(Guid SupervisorId, uint Version, string? Until, string? Text, bool IsAgreed, bool SharesContact)
    : ICommand<Result>, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

/// <summary>The supervisor does not look any more. Gone already, it is a success.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record StopSupervisorSearch(Guid SupervisorId) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

/// <summary>What a supervisor looks for, if they do; the reading is traced. Errors: supervisor.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetSupervisorSearch(Guid SupervisorId) : IQuery<Result<SupervisorSearchFile>>, IReadsFile
{
    public ReadingPurpose Purpose => ReadingPurpose.WelcomingInterns;

    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

/// <param name="Version">0 where there is none.</param>
/// <param name="Until">Null where they look for nobody.</param>
public sealed record SupervisorSearchFile(uint Version, DateOnly? Until, string Text, bool IsAgreed, bool SharesContact, bool IsOver);

internal sealed class SetSupervisorSearchHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<SetSupervisorSearch, Result>, IRequestHandler<StopSupervisorSearch, Result>, IRequestHandler<GetSupervisorSearch, Result<SupervisorSearchFile>>
{
    private const int LongestYears = 2;

    public async Task<Result> Handle(SetSupervisorSearch command, CancellationToken cancellationToken)
    {
        if (!await db.Supervisors.AnyAsync(s => s.Id == command.SupervisorId, cancellationToken))
        {
            return SupervisorErrors.NotFound;
        }

        var (errors, today) = (new FieldErrors(), clock.Today());
        var until = errors.Take(nameof(command.Until), TypedDay.Read(command.Until, today, today.AddYears(LongestYears)));
        errors.Require(until is not null, nameof(command.Until), "Écrivez jusqu'à quel jour.");
        var text = errors.Text(nameof(command.Text), command.Text, SupervisorSearch.MaxTextLength);
        errors.Require(text.Length > 0, nameof(command.Text), "Écrivez ce qui est cherché\u00a0: quand, et pour combien de temps.");
        errors.Require(command.IsAgreed || !command.SharesContact, nameof(command.SharesContact), "Montrer ses coordonnées demande d'abord son accord pour être montré.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var content = new SearchContent(until!.Value, text, command.IsAgreed, command.SharesContact);
        var known = await db.SupervisorSearches.SingleOrDefaultAsync(s => s.SupervisorId == command.SupervisorId, cancellationToken);
        if (known is null)
        {
            db.Add(SupervisorSearch.Of(command.SupervisorId, content));
            return Result.Success;
        }

        if (VersionOf(known) != command.Version)
        {
            return command.Version == 0 && new SearchContent(known.Until, known.Text, known.IsAgreed, known.SharesContact) == content
                ? Result.Success // a form sent twice
                : SharedErrors.ChangedMeanwhile;
        }

        known.Correct(content);
        return Result.Success;
    }

    public async Task<Result> Handle(StopSupervisorSearch command, CancellationToken cancellationToken)
    {
        if (await db.SupervisorSearches.SingleOrDefaultAsync(s => s.SupervisorId == command.SupervisorId, cancellationToken) is { } search)
        {
            db.Remove(search);
        }

        return Result.Success;
    }

    public async Task<Result<SupervisorSearchFile>> Handle(GetSupervisorSearch query, CancellationToken cancellationToken)
    {
        if (!await db.Supervisors.AnyAsync(s => s.Id == query.SupervisorId, cancellationToken))
        {
            return SupervisorErrors.NotFound;
        }

        return await db.SupervisorSearches.SingleOrDefaultAsync(s => s.SupervisorId == query.SupervisorId, cancellationToken) is { } search
            ? new SupervisorSearchFile(VersionOf(search), search.Until, search.Text, search.IsAgreed, search.SharesContact, search.Until < clock.Today())
            : new SupervisorSearchFile(0, null, "", IsAgreed: false, SharesContact: false, IsOver: false);
    }

    private uint VersionOf(SupervisorSearch search) => db.Entry(search).Property<uint>("Version").CurrentValue;
}
