using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.External;

/// <summary>
/// Opens a session for the person whom another service has just named, in an answer that the portal itself has verified: no
/// page can send this. It counts like a password: where the account has a second factor, the code is asked for next, and
/// without one the roles of the staff stay closed. Errors: external-unknown.
/// </summary>
[AllowSystem]
public sealed record SignInByService(ExternalIdentity Identity) : ICommand<Result<SignInAnswer>>, ITraced;

internal sealed class SignInByServiceHandler(AppDbContext db, SessionOpening sessions, SecondStepTokens tokens, FoundSubject subject, TimeProvider clock)
    : IRequestHandler<SignInByService, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(SignInByService request, CancellationToken cancellationToken)
    {
        if (await db.FindLoginAsync(request.Identity, cancellationToken) is not { } login)
        {
            return ExternalErrors.Unknown;
        }

        var account = await db.Users.SingleAsync(a => a.Id == login.UserId, cancellationToken);
        subject.IsAccount(account.Id);
        if (account.DisabledAt is not null || !account.EmailConfirmed)
        {
            return new SignInAnswer(SignInOutcome.Disabled);
        }

        var now = clock.GetUtcNow();
        account.Believe(request.Identity, now);
        return await db.HasSecondFactorAsync(account.Id, cancellationToken)
            ? new SignInAnswer(SignInOutcome.SecondStep, SecondStep: tokens.For(account))
            : new SignInAnswer(
                SignInOutcome.Accepted, await sessions.OpenAsync(account, SessionProof.Service, cancellationToken, request.Identity.ProvedAt(now)));
    }
}
