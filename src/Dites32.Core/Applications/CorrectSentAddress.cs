using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// The way back in for whoever mistyped the address: from the confirmation page, in the browser that sent the application.
/// The links mailed to the wrong address die. Once an address is confirmed, it is corrected from the follow-up page only.
/// </summary>
[AllowLinkHolder]
public sealed record CorrectSentAddress(Guid DraftId, string Email) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Draft, DraftId);
}

internal sealed class CorrectSentAddressValidator : AbstractValidator<CorrectSentAddress>
{
    public CorrectSentAddressValidator() =>
        RuleFor(c => c.Email).Must(EmailAddress.IsPlausible).WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
}

internal sealed class CorrectSentAddressHandler(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationIntake intake, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<CorrectSentAddress, Result>
{
    public async Task<Result> Handle(CorrectSentAddress command, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.OpenedBy(db, actor)
            .SingleOrDefaultAsync(d => d.Id == command.DraftId && d.SentAt != null, cancellationToken);
        if (draft is null)
        {
            return ApplicationErrors.DraftNotFound;
        }

        var email = EmailAddress.Normalise(command.Email);
        if (email == EmailAddress.Normalise(draft.Email))
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow();
        draft.WriteContact(draft.Name, command.Email.Trim(), draft.Phone, now);
        var application = await db.Applications.Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == draft.ApplicationId, cancellationToken);
        if (application is null)
        {
            return await intake.TakeInAsync(draft, joinsPool: false, cancellationToken); // the mistyped address had an application of its own
        }

        var isTaken = await db.Applications.AnyAsync(
            a => a.OfferId == draft.OfferId && a.NormalisedEmail == email && a.Category != Offers.StageCategory.Withdrawn, cancellationToken);
        if (isTaken || application.EmailConfirmedAt is not null || !await outbox.MayWriteAsync(ApplicationEmails.LinkKind, email, cancellationToken))
        {
            return ApplicationErrors.AddressTaken;
        }

        foreach (var link in await db.PersonalLinks.Where(l => l.ApplicationId == application.Id).ToListAsync(cancellationToken))
        {
            link.Revoke(now);
        }

        var (fresh, secret) = PersonalLink.ToApplication(application.Id, now);
        db.Add(fresh);
        application.LeaveAccount();
        application.CorrectContact(application.Candidate.Name, command.Email.Trim(), email, application.Candidate.Phone, now);
        var contact = await contacts.OfAsync(application.Offer, cancellationToken);
        outbox.Write(emails.NewLink(application, contact.OfferTitle, contact.ForCandidate, secret));
        return Result.Success;
    }
}
