using System.Text.RegularExpressions;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// A doctor tells the person they live with of Dites32 à 2, and proposes to link their files. The answer is the same whether
/// the address has a file or not, and whatever the person does; nobody else learns of it. Only the address is kept until they
/// agree, for a month (RGPD, art. 14). One proposal at a time. Sent again, it is one. Errors: spouse.invited-already,
/// spouse.too-many-invitations.
/// </summary>
/// <param name="MyName">How the doctor signs the mail: letters only, since it goes to somebody who has asked for nothing.</param>
[AllowRoles(Role.Candidate)]
public sealed record InviteMyPartner(Guid SubmissionId, string Email, string MyName) : ICommand<Result>, IBehindTheWall, ISubmission, IAbout, ITraced
{
    public const int MostADay = 3;

    Subject IAbout.Subject => new(SubjectKind.CoupleLink, SubmissionId);
}

internal sealed partial class InviteMyPartnerHandler(
    SpouseDbContext db, Actor actor, Caseworkers people, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock) : IRequestHandler<InviteMyPartner, Result>
{
    public async Task<Result> Handle(InviteMyPartner command, CancellationToken cancellationToken)
    {
        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        if (await ReadAsync(command, me, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var known = await db.CoupleLinks.Where(l => l.Id == command.SubmissionId || l.DoctorId == me).ToListAsync(cancellationToken);
        if (command.SubmissionId == Guid.Empty || known.Any(l => l.Id == command.SubmissionId && l.DoctorId != me))
        {
            return SharedErrors.PageTooOld;
        }

        if (known.Count > 0)
        {
            return known.Any(l => l.Id == command.SubmissionId) ? Result.Success : SpouseErrors.InvitedAlready;
        }

        // Three a day, also when each is taken back: the erasure of a file forgets its mails, and the traces stay. By the clock of
        // the database, which dates them.
        var dayAgo = DateTimeOffset.UtcNow.AddDays(-1);
        if (await db.AuditEntries.Where(e => e.AccountId == me && e.Action == nameof(InviteMyPartner) && e.At > dayAgo)
                .Select(e => e.SubjectId).Distinct().CountAsync(cancellationToken) >= InviteMyPartner.MostADay
            || !await outbox.MayWriteAsync(SpouseEmails.PartnerInvitationKind, command.Email, cancellationToken))
        {
            return SpouseErrors.TooManyInvitations;
        }

        var email = EmailAddress.Normalise(command.Email);
        var file = await db.Cases.SingleOrDefaultAsync(c => c.NormalisedEmail == email, cancellationToken);
        if (file is null)
        {
            db.Add(file = SpouseCase.InvitedByDoctor(Guid.CreateVersion7(now), command.Email, now));
        }

        var name = PlainText.Clean(command.MyName);
        db.Add(CoupleLink.Proposed(command.SubmissionId, me, name, file.Id, now));
        outbox.Write(emails.PartnerInvited(file, name, file.IsInvited ? LinkTo(file, now) : null));
        return Result.Success;
    }

    private async Task<Error?> ReadAsync(InviteMyPartner command, Guid me, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(EmailAddress.IsPlausible(command.Email), nameof(command.Email), "Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        var own = (await people.NamedAsync([me], cancellationToken)).GetValueOrDefault(me)?.Email;
        errors.Require(own is null || EmailAddress.Normalise(own) != EmailAddress.Normalise(command.Email), nameof(command.Email),
            "Écrivez l'adresse de la personne avec qui vous vivez, pas la vôtre.");
        errors.Require(Letters().IsMatch(PlainText.Clean(command.MyName)), nameof(command.MyName), "Écrivez votre prénom, en lettres seulement.");
        return errors.Error;
    }

    private string LinkTo(SpouseCase file, DateTimeOffset now)
    {
        var (link, secret) = SpouseLink.To(file.Id, SpouseLinkKind.Invitation, now);
        db.Add(link);
        return secret;
    }

    [GeneratedRegex(@"^[\p{L}\p{M}][\p{L}\p{M}'’ -]{0,59}$")]
    private static partial Regex Letters();
}
