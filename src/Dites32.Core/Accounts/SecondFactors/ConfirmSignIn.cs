using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>
/// The second step of signing in: the code that the telephone shows, good for half a minute and the one before and after,
/// once; or one of the codes on paper.
/// </summary>
/// <param name="SecondStep">What the first step answered; it ends after ten minutes.</param>
[AllowEveryone]
public sealed record ConfirmSignIn(string SecondStep, string Code) : ICommand<Result<SecondStepAnswer>>, ITraced;

/// <param name="Session">When the code was right; otherwise the problem says what to do.</param>
public sealed record SecondStepAnswer(OpenedSession? Session, Error? Problem);

internal sealed class ConfirmSignInValidator : AbstractValidator<ConfirmSignIn>
{
    public ConfirmSignInValidator() => RuleFor(r => r.Code).IsAnswered("Indiquez le code.");
}

internal sealed class ConfirmSignInHandler(AppDbContext db, SecondStepTokens tokens, SecondFactorCheck check, SessionOpening sessions, FoundSubject subject)
    : IRequestHandler<ConfirmSignIn, Result<SecondStepAnswer>>
{
    public async Task<Result<SecondStepAnswer>> Handle(ConfirmSignIn request, CancellationToken cancellationToken)
    {
        if (tokens.Read(request.SecondStep) is not var (accountId, stamp)
            || await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.SecurityStamp == stamp && a.DisabledAt == null, cancellationToken)
                is not { } account)
        {
            return SecondFactorErrors.FirstStepAgain;
        }

        subject.IsAccount(account.Id);
        var answer = await check.AcceptAsync(account, request.Code, cancellationToken);
        return answer == CodeAnswer.Accepted
            ? new SecondStepAnswer(await sessions.OpenAsync(account, SessionProof.Code, cancellationToken), null)
            : new SecondStepAnswer(null, SecondFactorErrors.Of(answer)); // not a failure: the mail that warns of it is saved
    }
}
