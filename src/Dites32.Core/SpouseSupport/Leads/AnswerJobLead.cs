using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// A partner says what they think of a lead, or how it went. Errors: spouse.session-over, spouse.lead-not-found,
/// spouse.wrong-answer.
/// </summary>
[AllowSpouse]
public sealed record AnswerJobLead(Guid LeadId, LeadAnswer? Answer, string Comment) : ICommand<Result>, IBehindTheWall;

internal sealed class AnswerJobLeadHandler(SpouseDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AnswerJobLead, Result>
{
    public async Task<Result> Handle(AnswerJobLead command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (await db.Leads.SingleOrDefaultAsync(l => l.Id == command.LeadId && l.CaseId == file.Id, cancellationToken) is not { } lead)
        {
            return SpouseErrors.LeadNotFound;
        }

        var errors = new FieldErrors();
        var comment = errors.Text(nameof(command.Comment), command.Comment, JobLead.MaxCommentLength);
        errors.Require(command.Answer is not null, nameof(command.Answer), "Choisissez une réponse.");
        if (errors.Error is { } error)
        {
            return error;
        }

        var (before, now) = (lead.Answer, clock.GetUtcNow());
        var said = lead.Say(command.Answer!.Value, comment.Length == 0 ? null : comment, now);
        if (said.Error is null && lead.Answer != before)
        {
            db.Add(new SpouseEvent(file.Id, SpouseEventKind.LeadAnswered, null, now));
        }

        return said;
    }
}
