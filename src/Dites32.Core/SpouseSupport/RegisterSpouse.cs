using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// A partner asks for support, alone: married, bound by a PACS or living together, whether they name the doctor or not.
/// Nobody reads the request before its address is confirmed by the mailed link (at most three mails a day to one address,
/// twenty an hour from one network). An address that has a file gets a link to it instead, and the answer is the same; of
/// somebody who was invited, what was typed waits with that link.
/// Sent again with the same <see cref="SubmissionId"/>, it is one request.
/// </summary>
/// <param name="Agrees">To the support and to what it keeps (RGPD, art. 6, 1, a); it counts once the address is confirmed.</param>
[AllowEveryone]
public sealed record RegisterSpouse(Guid SubmissionId, string Email, SpouseForm Form, bool Agrees, bool IsRobot)
    : ICommand<Result>, ISubmission, IBehindTheWall;

internal sealed class RegisterSpouseHandler(SpouseDbContext db, SpouseOutbox outbox, SpouseEmails emails, SpouseFormReader reader, TimeProvider clock)
    : IRequestHandler<RegisterSpouse, Result>
{
    public async Task<Result> Handle(RegisterSpouse command, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(EmailAddress.IsPlausible(command.Email), nameof(command.Email), "Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        errors.Require(command.Agrees, nameof(command.Agrees), "Cochez la case pour que nous puissions vous accompagner.");
        var profile = await reader.ReadAsync(command.Form, errors, cancellationToken);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        if (command.IsRobot || command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld; // a person never sees the field that a robot filled
        }

        var email = EmailAddress.Normalise(command.Email);
        var now = clock.GetUtcNow();
        // One statement: between two, the same form sent twice could save its file and look like another form of this address.
        var known = await db.Cases.Where(c => c.Id == command.SubmissionId || c.NormalisedEmail == email).ToListAsync(cancellationToken);
        if (known.Find(c => c.Id == command.SubmissionId) is { } sent)
        {
            return sent.NormalisedEmail == email ? Result.Success : SharedErrors.PageTooOld;
        }

        var file = known.SingleOrDefault();
        if (file is { ConsentedAt: not null })
        {
            await WriteAsync(file, SpouseLinkKind.SignIn, null, now, cancellationToken);
            return Result.Success; // whoever typed the address may be somebody else: nothing of the file changes
        }

        if (file is { InvitedById: not null })
        {
            // Caseworkers see whom they have invited: what was typed waits with the link, and counts if the mailbox answers.
            await WriteAsync(file, SpouseLinkKind.Confirmation, command.Form.Cleaned(), now, cancellationToken);
            return Result.Success;
        }

        if (file is null)
        {
            db.Add(file = SpouseCase.Requested(command.SubmissionId, command.Email, profile.Value, now));
        }
        else
        {
            file.Correct(profile.Value, now); // nobody has read it yet: what was typed last counts
            db.RemoveRange(await db.Links.Where(l => l.CaseId == file.Id).ToListAsync(cancellationToken)); // and only its own link says yes to it
        }

        await WriteAsync(file, SpouseLinkKind.Confirmation, null, now, cancellationToken);
        return Result.Success;
    }

    private async Task WriteAsync(SpouseCase file, SpouseLinkKind kind, SpouseForm? waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mail = kind == SpouseLinkKind.SignIn ? SpouseEmails.SignInKind : SpouseEmails.ConfirmationKind;
        if (await outbox.MayWriteAsync(mail, file.Email, cancellationToken))
        {
            var (link, secret) = SpouseLink.To(file.Id, kind, now);
            if (waiting is not null)
            {
                link.Hold(waiting);
            }

            db.Add(link);
            outbox.Write(kind == SpouseLinkKind.SignIn ? emails.SignIn(file, secret) : emails.Confirmation(file, secret));
        }
    }
}
