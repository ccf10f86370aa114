using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Opens the space that a mailed link leads to, once. A partner who registered has agreed in the form: their mailbox has
/// now answered, and the consent counts; what somebody who was invited has typed there comes with it. Errors: spouse.dead-link.
/// </summary>
[AllowEveryone]
public sealed record OpenSpouseLink(string Secret) : ICommand<Result<Guid>>, IBehindTheWall;

internal sealed class OpenSpouseLinkHandler(
    SpouseDbContext db, Actor actor, FoundSubject found, SpouseConsent consent, SpouseFormReader reader, TimeProvider clock)
    : IRequestHandler<OpenSpouseLink, Result<Guid>>
{
    /// <returns>The session that the browser keeps.</returns>
    public async Task<Result<Guid>> Handle(OpenSpouseLink command, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.Hash(command.Secret), clock.GetUtcNow());
        var link = await db.Links.SingleOrDefaultAsync(l => l.SecretHash == hash, cancellationToken);
        if (link?.IsAliveAt(now) != true)
        {
            return SpouseErrors.DeadLink;
        }

        var waiting = link.WaitingForm;
        link.Use(now);
        var file = await db.Cases.SingleAsync(c => c.Id == link.CaseId, cancellationToken);
        found.Found = new Subject(SubjectKind.SpouseCase, file.Id);
        file.Came(now);
        if (link.Kind == SpouseLinkKind.Confirmation && await MayConsentAsync(file, waiting, cancellationToken))
        {
            await consent.GiveAsync(file, cancellationToken);
        }

        var session = SpouseSession.Open(file.Id, actor.Browser, now);
        db.Add(session);
        return session.Id;
    }

    /// <summary>Takes what waited with the link of somebody who was invited. No longer right, it is typed again in the space, and the consent with it.</summary>
    private async Task<bool> MayConsentAsync(SpouseCase file, SpouseForm? waiting, CancellationToken cancellationToken)
    {
        if (waiting is null || file.ConsentedAt is not null)
        {
            return !file.IsInvited; // an invitation is agreed to by its form
        }

        var profile = await reader.ReadAsync(waiting, new FieldErrors(), cancellationToken);
        if (profile.Error is null)
        {
            file.Correct(profile.Value, clock.GetUtcNow());
        }

        return profile.Error is null;
    }
}

/// <summary>What follows from a consent: a caseworker, and a word to them.</summary>
internal sealed class SpouseConsent(Caseworkers caseworkers, UsualSteps steps, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
{
    public async Task GiveAsync(SpouseCase file, CancellationToken cancellationToken)
    {
        if (file.ConsentedAt is not null)
        {
            return;
        }

        var owner = await caseworkers.FindAsync(file.OwnerId, cancellationToken) ?? await caseworkers.LeastBusyAsync(cancellationToken);
        file.Agree(owner?.Id, (await steps.AllAsync(cancellationToken))[SpouseCaseState.Consent], NoticeVersion.Current, clock.GetUtcNow());
        if (owner is not null)
        {
            outbox.Write(emails.Agreed(file, owner));
        }
    }
}
