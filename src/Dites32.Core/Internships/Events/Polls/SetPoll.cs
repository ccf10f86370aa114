using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Asks the interns of a semester a question with two to eight answers, open until a day. Sent again, it is one. Errors: invalid, semester.not-found.</summary>
/// <param name="Choices">Empty ones are left out.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AskPoll(Guid SubmissionId, Guid SemesterId, string? Question, IReadOnlyList<string?> Choices, string? ClosesOn) : ICommand<Result<Guid>>, ISubmission;

/// <summary>Takes no more answers from now on. Closed already, it is a success. Errors: poll.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ClosePoll(Guid PollId) : ICommand<Result>, IRunsAgain;

/// <summary>Drops a question with its answers. Gone already, it is a success.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record DropPoll(Guid PollId) : ICommand<Result>, IRunsAgain;

public static class PollErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "poll.not-found", "Ce sondage n'existe pas, ou n'est pas proposé aux internes de votre semestre.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "poll.closed", "Ce sondage est clos\u00a0: il ne prend plus de réponses.");
}

internal sealed class SetPollHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<AskPoll, Result<Guid>>, IRequestHandler<ClosePoll, Result>, IRequestHandler<DropPoll, Result>
{
    public async Task<Result<Guid>> Handle(AskPoll command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.SemesterPolls.AnyAsync(p => p.Id == command.SubmissionId, cancellationToken))
        {
            return command.SubmissionId;
        }

        if (!await db.Semesters.AnyAsync(s => s.Id == command.SemesterId, cancellationToken))
        {
            return SemesterErrors.NotFound;
        }

        var errors = new FieldErrors();
        var question = errors.Text(nameof(command.Question), command.Question, SemesterPoll.MaxQuestionLength);
        errors.Require(question.Length > 0, nameof(command.Question), "Écrivez la question.");
        var choices = command.Choices.Take(SemesterPoll.MostChoices).Select((c, index) => errors.Text($"Choice{index + 1}", c, SemesterPoll.MaxChoiceLength))
            .Where(c => c.Length > 0).ToArray();
        errors.Require(choices.Length >= SemesterPoll.FewestChoices, choices.Length == 0 ? "Choice1" : "Choice2", "Écrivez au moins deux réponses possibles.");
        errors.Require(choices.Distinct(StringComparer.CurrentCultureIgnoreCase).Count() == choices.Length, "Choice2", "Deux réponses possibles sont les mêmes.");
        var today = clock.Today();
        var closesOn = errors.Take(nameof(command.ClosesOn), TypedDay.Read(command.ClosesOn, today, today.AddMonths(6)));
        errors.Require(closesOn is not null, nameof(command.ClosesOn), "Choisissez le dernier jour pour répondre.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        db.Add(SemesterPoll.Of(command.SubmissionId, command.SemesterId, question, choices, closesOn!.Value));
        return command.SubmissionId;
    }

    public async Task<Result> Handle(ClosePoll command, CancellationToken cancellationToken)
    {
        if (await db.SemesterPolls.SingleOrDefaultAsync(p => p.Id == command.PollId, cancellationToken) is not { } poll)
        {
            return PollErrors.NotFound;
        }

        poll.Close(clock.Today());
        return Result.Success;
    }

    public async Task<Result> Handle(DropPoll command, CancellationToken cancellationToken)
    {
        if (await db.SemesterPolls.SingleOrDefaultAsync(p => p.Id == command.PollId, cancellationToken) is { } poll)
        {
            db.Remove(poll);
        }

        return Result.Success;
    }
}
