using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Sends new follow-up links to the address that is known: of a dead link's application, or of every application of a
/// typed address. The answer is the same for an unknown one.
/// </summary>
[AllowEveryone]
public sealed record RequestNewLink(string? DeadSecret, string? Email) : ICommand<Result>;

internal sealed class RequestNewLinkValidator : AbstractValidator<RequestNewLink>
{
    public RequestNewLinkValidator() =>
        RuleFor(c => c.Email).Must(EmailAddress.IsPlausible!).When(c => string.IsNullOrEmpty(c.DeadSecret))
            .WithMessage("Écrivez une adresse électronique complète, par exemple prenom.nom@exemple.fr.");
}

internal sealed class RequestNewLinkHandler(
    AppDbContext db, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock) : IRequestHandler<RequestNewLink, Result>
{
    private const int MaxApplications = 10;

    public async Task<Result> Handle(RequestNewLink command, CancellationToken cancellationToken)
    {
        var applications = await Known(command)
            .Include(a => a.Candidate).Include(a => a.Offer)
            .OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id)
            .Take(MaxApplications)
            .ToListAsync(cancellationToken);
        if (applications.Count == 0 || !await outbox.MayWriteAsync(ApplicationEmails.LinkKind, applications[0].Candidate.Email, cancellationToken))
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow();
        foreach (var application in applications)
        {
            var (link, secret) = PersonalLink.ToApplication(application.Id, now);
            db.Add(link);
            application.Log(ApplicationEventKind.LinkRenewed, null, now);
            var contact = await contacts.OfAsync(application.Offer, cancellationToken);
            outbox.Write(emails.NewLink(application, contact.OfferTitle, contact.ForCandidate, secret));
        }

        return Result.Success;
    }

    private IQueryable<Application> Known(RequestNewLink command)
    {
        if (!string.IsNullOrEmpty(command.DeadSecret))
        {
            var hash = Secret.Hash(command.DeadSecret);
            return db.Applications.Where(a => db.PersonalLinks.Any(l => l.ApplicationId == a.Id && l.SecretHash == hash));
        }

        var email = EmailAddress.Normalise(command.Email!);
        return db.Applications.Where(a => a.NormalisedEmail == email && a.Category != StageCategory.Withdrawn);
    }
}
