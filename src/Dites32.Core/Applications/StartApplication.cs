using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// First step of an application: how to reach the person. The draft is kept from here on, and its link goes by mail
/// (at most three a day to one address and twenty an hour from one network, so that the form bombs nobody).
/// Sent again with the same <see cref="SubmissionId"/> and address, it gives the first answer.
/// </summary>
/// <param name="OfferNumber">Null for a spontaneous application to the mission.</param>
[AllowEveryone]
public sealed record StartApplication(Guid SubmissionId, int? OfferNumber, string Name, string Email, string Phone, bool IsRobot)
    : ICommand<Result<StartedDraft>>, ISubmission;

/// <param name="LinkId">Opens the draft in this browser.</param>
public sealed record StartedDraft(Guid DraftId, Guid LinkId);

internal sealed class StartApplicationValidator : AbstractValidator<StartApplication>
{
    public StartApplicationValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Écrivez votre nom et votre prénom.")
            .MaximumLength(Candidate.MaxNameLength).WithMessage($"{Candidate.MaxNameLength}\u00a0caractères au plus.");
        RuleFor(c => c.Email).Must(EmailAddress.IsPlausible).WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
        RuleFor(c => c.Phone).Must(phone => PhoneNumber.Read(phone).Error is null).WithMessage("Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.");
    }
}

internal sealed class StartApplicationHandler(AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, TimeProvider clock)
    : IRequestHandler<StartApplication, Result<StartedDraft>>
{
    public async Task<Result<StartedDraft>> Handle(StartApplication command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalise(command.Email);
        var repeated = await db.ApplicationDrafts.SingleOrDefaultAsync(d => d.Id == command.SubmissionId, cancellationToken);
        if (repeated is not null)
        {
            return EmailAddress.Normalise(repeated.Email) == email ? await FirstAnswerAsync(repeated.Id, cancellationToken) : ApplicationErrors.DraftNotFound;
        }

        Offer? offer = null;
        if (command.OfferNumber is { } number)
        {
            offer = await db.Offers.SingleOrDefaultAsync(o => o.Number == number, cancellationToken);
            if (offer is null || !offer.IsOpen(clock.Today()))
            {
                return OfferErrors.Closed;
            }
        }

        if (command.IsRobot || command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld; // a person never sees the field that a robot filled
        }

        var now = clock.GetUtcNow();
        var draft = ApplicationDraft.Start(command.SubmissionId, offer?.Id, command.Name, command.Email.Trim(), PhoneNumber.Read(command.Phone).Value, now);
        if (actor.AccountId is { } accountId && (offer is null || offer.Kind.IsForDoctors()))
        {
            draft.Prefill(await db.Users.Where(a => a.Id == accountId).Select(a => a.Rpps).SingleOrDefaultAsync(cancellationToken));
        }

        var (browserLink, _) = PersonalLink.ToDraft(draft.Id, mailed: false, now);
        db.AddRange(draft, browserLink);
        if (await outbox.MayWriteAsync(ApplicationEmails.DraftKind, draft.Email, cancellationToken))
        {
            var (mailedLink, secret) = PersonalLink.ToDraft(draft.Id, mailed: true, now);
            db.Add(mailedLink);
            outbox.Write(emails.Draft(draft, offer?.Title, secret));
        }

        return new StartedDraft(draft.Id, browserLink.Id);
    }

    private async Task<Result<StartedDraft>> FirstAnswerAsync(Guid draftId, CancellationToken cancellationToken) =>
        new StartedDraft(draftId, await db.PersonalLinks
            .Where(l => l.DraftId == draftId && !l.WasMailed)
            .Select(l => l.Id)
            .FirstAsync(cancellationToken));
}
