using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Invites somebody whom a caseworker has met or spoken with. Only their name and address are kept until they agree, for a
/// month (RGPD, art. 14). Sent again, it is one invitation. Errors: spouse.already-here.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record InviteSpouse(Guid SubmissionId, string Name, string Email) : ICommand<Result<Guid>>, IBehindTheWall, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, SubmissionId);
}

internal sealed class InviteSpouseHandler(
    SpouseDbContext db, Actor actor, Caseworkers caseworkers, SpouseCaseErasure erasure, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<InviteSpouse, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(InviteSpouse command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(command.Name), command.Name, SpouseCase.MaxNameLength);
        errors.Require(name.Length > 0, nameof(command.Name), "Écrivez le nom et le prénom de la personne.");
        errors.Require(EmailAddress.IsPlausible(command.Email), nameof(command.Email), "Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        if (errors.Error is { } error)
        {
            return error;
        }

        var (email, me, now) = (EmailAddress.Normalise(command.Email), actor.RequiredAccountId, clock.GetUtcNow());
        var known = await db.Cases.Where(c => c.Id == command.SubmissionId || c.NormalisedEmail == email).ToListAsync(cancellationToken);
        if (command.SubmissionId == Guid.Empty || known.Find(c => c.Id == command.SubmissionId) is { } sent && (sent.InvitedById != me || sent.NormalisedEmail != email))
        {
            return SharedErrors.PageTooOld;
        }

        if (known.Find(c => c.Id == command.SubmissionId) is not null)
        {
            return command.SubmissionId;
        }

        if (known is [var other])
        {
            if (other is { ConsentedAt: not null } or { InvitedById: not null })
            {
                return SpouseErrors.AlreadyHere;
            }

            await erasure.EraseAsync(other, cancellationToken); // typed by nobody knows whom, and read by nobody: the invitation takes its place
        }

        var file = SpouseCase.Invited(command.SubmissionId, name, command.Email, me, now);
        var (link, secret) = SpouseLink.To(file.Id, SpouseLinkKind.Invitation, now);
        db.AddRange(file, link);
        outbox.Write(emails.Invitation(file, (await caseworkers.FindAsync(me, cancellationToken))!, secret));
        return file.Id;
    }
}
