using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Writes down that somebody spoke with an employer, at most five years ago. Sent again, it stays one talk. Errors:
/// spouse.employer-not-found.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record AddEmployerTalk(Guid SubmissionId, Guid EmployerId, string On, TalkWay? Way, string Text) : ICommand<Result>, IBehindTheWall, ISubmission;

/// <summary>Takes a talk away for good: a mistake, or an employer's contact who asks for it. Done twice, it is done.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record RemoveEmployerTalk(Guid TalkId) : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class AddEmployerTalkHandler(SpouseDbContext db, Actor actor, TimeProvider clock)
    : IRequestHandler<AddEmployerTalk, Result>, IRequestHandler<RemoveEmployerTalk, Result>
{
    private const int Years = 5;

    public async Task<Result> Handle(AddEmployerTalk command, CancellationToken cancellationToken)
    {
        if (!await db.Employers.AnyAsync(e => e.Id == command.EmployerId, cancellationToken))
        {
            return SpouseErrors.EmployerNotFound;
        }

        var (errors, today) = (new FieldErrors(), clock.Today());
        var on = errors.Take(nameof(command.On), TypedDay.Read(command.On, today.AddYears(-Years), today));
        errors.Require(on is not null, nameof(command.On), "Choisissez le jour de l'échange.");
        errors.Require(command.Way is not null, nameof(command.Way), "Choisissez comment vous vous êtes parlé.");
        var text = errors.Text(nameof(command.Text), command.Text, EmployerTalk.MaxLength);
        errors.Require(text.Length > 0, nameof(command.Text), "Écrivez ce qui s'est dit.");
        if (errors.Error is { } error)
        {
            return error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Talks.AnyAsync(t => t.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(new EmployerTalk(command.SubmissionId, command.EmployerId, on!.Value, command.Way!.Value, text, actor.RequiredAccountId, clock.GetUtcNow()));
        }

        return Result.Success;
    }

    public async Task<Result> Handle(RemoveEmployerTalk command, CancellationToken cancellationToken)
    {
        if (await db.Talks.SingleOrDefaultAsync(t => t.Id == command.TalkId, cancellationToken) is { } talk)
        {
            db.Remove(talk);
        }

        return Result.Success;
    }
}
