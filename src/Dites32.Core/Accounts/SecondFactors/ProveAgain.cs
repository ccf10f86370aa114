using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>
/// Shows again who is there, before something that cannot be undone: a code where the double authentication is on, the
/// password otherwise. It holds for ten minutes, in this session.
/// </summary>
[AllowAccounts]
public sealed record ProveAgain(string Answer) : ICommand<Result>;

internal sealed class ProveAgainValidator : AbstractValidator<ProveAgain>
{
    public ProveAgainValidator() => RuleFor(r => r.Answer).IsAnswered("Répondez pour continuer.");
}

internal sealed class ProveAgainHandler(AppDbContext db, Actor actor, SecondFactorCheck check, TimeProvider clock)
    : IRequestHandler<ProveAgain, Result>
{
    public async Task<Result> Handle(ProveAgain request, CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        var session = await db.AccountSessions.SingleAsync(s => s.Id == actor.SessionId, cancellationToken);
        var hasFactor = await db.HasSecondFactorAsync(account.Id, cancellationToken);
        var error = hasFactor
            ? await CheckCodeAsync(account, request.Answer, cancellationToken)
            : await CheckPasswordAsync(account, request.Answer, cancellationToken);
        if (error is not null)
        {
            return error;
        }

        session.Prove(hasFactor ? SessionProof.Code : SessionProof.Password, clock.GetUtcNow());
        return Result.Success;
    }

    private async Task<Error?> CheckCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var answer = await check.AcceptAsync(account, code, cancellationToken);
        return answer == CodeAnswer.Accepted ? null : SharedErrors.Invalid("Answer", SecondFactorErrors.Of(answer).Fields!["Code"][0]);
    }

    private async Task<Error?> CheckPasswordAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.CountAttemptAsync(account.Email!, actor.Network, now, cancellationToken) == Attempt.Paused)
        {
            return AccountErrors.TooManyAttempts;
        }

        if (Passwords.Verify(account.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            return SharedErrors.Invalid("Answer", "Ce n'est pas votre mot de passe.");
        }

        await db.ForgetAttemptsAsync(account.Email!, actor.Network, now, cancellationToken);
        return null;
    }
}
