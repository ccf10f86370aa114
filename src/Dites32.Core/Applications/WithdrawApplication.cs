using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The person withdraws. Done twice, it is a success; after the end, a conflict says so. A mail that was waiting does not leave.</summary>
[AllowLinkHolder]
public sealed record WithdrawApplication(Guid ApplicationId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class WithdrawApplicationHandler(
    AppDbContext db, Actor actor, Outbox outbox, ApplicationEmails emails, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<WithdrawApplication, Result>
{
    public async Task<Result> Handle(WithdrawApplication command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.OpenedBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (application.Category == StageCategory.Withdrawn)
        {
            return Result.Success;
        }

        var neverLeft = application.WaitingEmailId is { } waiting
            && await outbox.SupersedeAsync(waiting, cancellationToken) == OlderMail.NeverLeft;
        var withdrawn = await db.Stages.SingleAsync(s => s.OfferId == application.OfferId && s.Category == StageCategory.Withdrawn, cancellationToken);
        if (application.MoveTo(withdrawn, PipelineRole.Person, null, null, null, clock.GetUtcNow(), neverLeft).Error is { } error)
        {
            return error;
        }

        var contact = await contacts.OfAsync(application.Offer, cancellationToken);
        outbox.Write(ApplicationEmails.WithdrawnConfirmed(application, contact.OfferTitle, contact.ForCandidate));
        outbox.Write(emails.ToRecruiter("application.withdrawn-by-person", contact.Recruiter, application.Id, contact.OfferTitle,
            "Candidature retirée", "Une personne a retiré sa candidature."));
        return Result.Success;
    }
}
