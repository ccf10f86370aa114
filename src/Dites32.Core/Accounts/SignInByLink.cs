using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Signs in by the link of a mail, which serves once and ends the other links of the account. Where the account has a second
/// factor, the code is asked for next, as after a password.
/// </summary>
[AllowEveryone]
public sealed record SignInByLink(string Token) : ICommand<Result<SignInAnswer>>;

internal sealed class SignInByLinkHandler(AppDbContext db, AccountLinks links, SessionOpening sessions, SecondStepTokens tokens)
    : IRequestHandler<SignInByLink, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(SignInByLink request, CancellationToken cancellationToken)
    {
        if (links.Read(request.Token, LinkKind.SignIn) is not var (accountId, stamp)
            || await db.Users.SingleOrDefaultAsync(
                a => a.Id == accountId && a.SecurityStamp == stamp && a.EmailConfirmed && a.DisabledAt == null, cancellationToken) is not { } account)
        {
            return AccountErrors.LinkHasEnded;
        }

        account.EndLinks();
        return await db.HasSecondFactorAsync(account.Id, cancellationToken)
            ? new SignInAnswer(SignInOutcome.SecondStep, SecondStep: tokens.For(account))
            : new SignInAnswer(SignInOutcome.Accepted, await sessions.OpenAsync(account, SessionProof.EmailLink, cancellationToken));
    }
}
