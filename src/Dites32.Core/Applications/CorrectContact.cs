using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// The person corrects name, address or telephone. A new address is unconfirmed, former links die, and a new one goes to
/// the new address. An address that already has a live application to the same offer is refused without saying why.
/// </summary>
[AllowLinkHolder]
public sealed record CorrectContact(Guid ApplicationId, string Name, string Email, string Phone) : ICommand<Result<ContactCorrected>>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

public sealed record ContactCorrected(bool AddressChanged);

internal sealed class CorrectContactValidator : AbstractValidator<CorrectContact>
{
    public CorrectContactValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Écrivez votre nom et votre prénom.")
            .MaximumLength(Candidate.MaxNameLength).WithMessage($"{Candidate.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(c => c.Email).Must(EmailAddress.IsPlausible).WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        RuleFor(c => c.Phone).Must(phone => PhoneNumber.Read(phone).Error is null).WithMessage("Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.");
    }
}

internal sealed class CorrectContactHandler(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<CorrectContact, Result<ContactCorrected>>
{
    public async Task<Result<ContactCorrected>> Handle(CorrectContact command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.OpenedBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        var (now, email) = (clock.GetUtcNow(), EmailAddress.Normalise(command.Email));
        var changesAddress = email != application.NormalisedEmail;
        if (changesAddress)
        {
            if (await db.Applications.AnyAsync(a => a.OfferId == application.OfferId && a.NormalisedEmail == email && a.Category != Offers.StageCategory.Withdrawn, cancellationToken)
                || !await outbox.MayWriteAsync(ApplicationEmails.LinkKind, email, cancellationToken))
            {
                return ApplicationErrors.AddressTaken;
            }

            if (application.AccountId != actor.AccountId)
            {
                application.LeaveAccount();
            }

            foreach (var former in await db.PersonalLinks.Where(l => l.ApplicationId == application.Id && l.RevokedAt == null && !actor.LinkIds.Contains(l.Id)).ToListAsync(cancellationToken))
            {
                former.Revoke(now);
            }
        }

        application.CorrectContact(command.Name, command.Email.Trim(), email, PhoneNumber.Read(command.Phone).Value, now);
        if (changesAddress)
        {
            var (link, secret) = PersonalLink.ToApplication(application.Id, now);
            db.Add(link);
            var contact = await contacts.OfAsync(application.Offer, cancellationToken);
            outbox.Write(emails.NewLink(application, contact.OfferTitle, contact.ForCandidate, secret));
        }

        return new ContactCorrected(changesAddress);
    }
}
