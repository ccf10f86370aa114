using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Locum;

/// <summary>An intern stops the mails of the programme, or wants them again. Their file and their space stay. Errors: intern-space.no-file.</summary>
[AllowRoles(Role.Candidate)]
public sealed record SetMyContact(bool IsStopped) : ICommand<Result>, IRunsAgain, IByStatements;

/// <summary>Stops the mails by the link of one of them, without signing in. Errors: contact.dead-link.</summary>
[AllowEveryone]
public sealed record StopContactByLink(string Token) : ICommand<Result>, IRunsAgain, IByStatements;

/// <summary>What an intern wishes about replacing. Errors: intern-space.no-file.</summary>
/// <param name="TellsMe">By mail, the day the conditions of the licence are met.</param>
/// <param name="SeesSupervisors">Former supervisors who look for a locum.</param>
[AllowRoles(Role.Candidate)]
public sealed record SetMyLocumWishes(bool TellsMe, bool SeesSupervisors) : ICommand<Result>, IRunsAgain, IByStatements;

public static class ContactErrors
{
    public static readonly Error DeadLink = new(
        ErrorKind.NotFound, "contact.dead-link", "Ce lien n'est plus valable\u00a0: la fiche a été effacée, ou l'adresse est incomplète.");
}

internal sealed class SetMyContactHandler(AppDbContext db, InternAccess access, ContactLinks links, LicenceNotice notice, FoundSubject found, TimeProvider clock)
    : IRequestHandler<SetMyContact, Result>, IRequestHandler<StopContactByLink, Result>, IRequestHandler<SetMyLocumWishes, Result>
{
    public async Task<Result> Handle(SetMyContact command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (command.IsStopped)
        {
            await StopAsync(intern, cancellationToken);
        }
        else
        {
            intern.ResumeContact();
        }

        return Result.Success;
    }

    public async Task<Result> Handle(StopContactByLink command, CancellationToken cancellationToken)
    {
        if (links.Read(command.Token) is not { } id || await db.Interns.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } intern)
        {
            return ContactErrors.DeadLink;
        }

        found.Found = new Subject(SubjectKind.Intern, intern.Id);
        await StopAsync(intern, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(SetMyLocumWishes command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (!command.TellsMe)
        {
            await notice.HoldAsync(intern.Id, cancellationToken);
            await notice.TakeBackAsync(intern.Id, cancellationToken);
        }

        var locum = await db.InternLocums.SingleOrDefaultAsync(l => l.InternId == intern.Id, cancellationToken) ?? db.Add(InternLocum.Of(intern.Id)).Entity;
        locum.Wish(command.TellsMe, command.SeesSupervisors);
        return Result.Success;
    }

    private async Task StopAsync(Intern intern, CancellationToken cancellationToken)
    {
        await notice.HoldAsync(intern.Id, cancellationToken); // a semester may be validated at this very moment
        intern.StopContact(clock.GetUtcNow());
        await notice.TakeBackAsync(intern.Id, cancellationToken);
    }
}
