using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>
/// Erases whoever is signed in: their account and all that was sent from its address (RGPD, art. 17). Nothing brings it
/// back. Recruiters of applications under way learn that they are withdrawn; a last mail tells the person. Accounts of the
/// staff are refused: their work concerns other people.
/// </summary>
[AllowAccounts, NeedsFreshProof]
public sealed record EraseMyData : ICommand<Result>, IRunsAgain;

/// <summary>The same for one application, its link held or joined to the account. Done twice, there is nothing to open any more.</summary>
[AllowLinkHolder, NeedsFreshProof]
public sealed record EraseApplication(Guid ApplicationId) : ICommand<Result>, IAbout, IRunsAgain
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class EraseMyDataHandler(AppDbContext db, Actor actor, PersonErasure erasure, Outbox outbox, PrivacyEmails emails, TimeProvider clock)
    : IRequestHandler<EraseMyData, Result>, IRequestHandler<EraseApplication, Result>
{
    public async Task<Result> Handle(EraseMyData command, CancellationToken cancellationToken)
    {
        var id = actor.RequiredAccountId;
        if (await db.IsOfStaffAsync(id, cancellationToken) || await HasRecruitedAsync(id, cancellationToken))
        {
            return PrivacyErrors.StaffAccount;
        }

        var keys = await PersonKeys.OfAsync(db, ErasedKind.Account, id, cancellationToken);
        await erasure.EraseAsync(keys, tell: true, clock.GetUtcNow(), cancellationToken);
        outbox.Write(emails.Erased(keys.Address!));
        return Result.Success;
    }

    public async Task<Result> Handle(EraseApplication command, CancellationToken cancellationToken)
    {
        var address = await db.Applications.OpenedBy(db, actor).Where(a => a.Id == command.ApplicationId)
            .Select(a => a.Candidate.Email).SingleOrDefaultAsync(cancellationToken);
        if (address is null)
        {
            return ApplicationErrors.NotFound;
        }

        var keys = await PersonKeys.OfAsync(db, ErasedKind.Application, command.ApplicationId, cancellationToken);
        await erasure.EraseAsync(keys, tell: true, clock.GetUtcNow(), cancellationToken);
        outbox.Write(emails.Erased(address));
        return Result.Success;
    }

    /// <summary>Offers, notes and answers name their author.</summary>
    private async Task<bool> HasRecruitedAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Offers.AnyAsync(o => o.ReferentId == id, cancellationToken)
        || await db.ApplicationNotes.AnyAsync(n => n.AuthorId == id, cancellationToken)
        || await db.OfferQuestions.AnyAsync(q => q.AnsweredById == id, cancellationToken);
}
