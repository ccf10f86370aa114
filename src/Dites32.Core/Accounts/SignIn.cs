using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>
/// Checks a password and opens a session, or asks for the second step where the account has one. Whoever is wrong too often
/// waits, longer each time (<see cref="SignInAttempts"/>); an unknown address is counted like a known one. The page shows
/// one sentence for an unknown address and a wrong password.
/// </summary>
[AllowEveryone]
public sealed record SignIn(string Email, string Password) : ICommand<Result<SignInAnswer>>, ITraced;

public enum SignInOutcome { Refused, Paused, NotConfirmed, Disabled, SecondStep, Accepted }

/// <param name="Session">Only when it was accepted.</param>
/// <param name="SecondStep">What <see cref="ConfirmSignIn"/> takes with the code, for ten minutes.</param>
public sealed record SignInAnswer(SignInOutcome Outcome, OpenedSession? Session = null, string? SecondStep = null);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(r => r.Email).IsAnswered("Indiquez votre adresse électronique.");
        RuleFor(r => r.Password).IsAnswered("Indiquez votre mot de passe.");
    }
}

internal sealed class SignInHandler(
    AppDbContext db, Actor actor, SessionOpening sessions, SecondStepTokens tokens, Outbox outbox, AccountEmails emails, FoundSubject subject, TimeProvider clock)
    : IRequestHandler<SignIn, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        subject.IsAccount(account?.Id);
        var attempt = await db.CountAttemptAsync(request.Email, actor.Network, now, cancellationToken);
        var verification = Passwords.Verify(attempt == Attempt.Paused ? null : account?.PasswordHash, request.Password);
        if (attempt == Attempt.Paused)
        {
            return new SignInAnswer(SignInOutcome.Paused);
        }

        if (account is null || verification == PasswordVerificationResult.Failed)
        {
            return await RefuseAsync(request, account, attempt, cancellationToken);
        }

        await db.ForgetAttemptsAsync(request.Email, actor.Network, now, cancellationToken);
        if (!account.EmailConfirmed || account.DisabledAt is not null)
        {
            return new SignInAnswer(account.EmailConfirmed ? SignInOutcome.Disabled : SignInOutcome.NotConfirmed);
        }

        if (verification == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(Passwords.Hash(request.Password));
        }

        return await db.HasSecondFactorAsync(account.Id, cancellationToken)
            ? new SignInAnswer(SignInOutcome.SecondStep, SecondStep: tokens.For(account))
            : new SignInAnswer(SignInOutcome.Accepted, await sessions.OpenAsync(account, SessionProof.Password, cancellationToken));
    }

    private async Task<SignInAnswer> RefuseAsync(SignIn request, Account? account, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt == Attempt.Last)
        {
            var email = emails.Slowed(account ?? Account.Nobody(request.Email));
            await outbox.WriteIfMayAsync(email with { GoesNowhere = account is null }, cancellationToken);
        }

        return new SignInAnswer(attempt == Attempt.Last ? SignInOutcome.Paused : SignInOutcome.Refused);
    }
}
