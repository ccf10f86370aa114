using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>
/// Checks a password; the page then opens the session. After eight wrong ones the account waits fifteen minutes, and its
/// mailbox is told. The page shows one sentence for an unknown address, a wrong password and a pause.
/// </summary>
[AllowEveryone]
public sealed record SignIn(string Email, string Password) : ICommand<Result<SignInAnswer>>, ITraced;

public enum SignInOutcome { Refused, Locked, NotConfirmed, Accepted }

/// <param name="AccountId">Only when it was accepted, with the account's roles.</param>
public sealed record SignInAnswer(SignInOutcome Outcome, Guid? AccountId = null, IReadOnlyList<Role>? Roles = null);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(r => r.Email).IsAnswered("Indiquez votre adresse électronique.");
        RuleFor(r => r.Password).IsAnswered("Indiquez votre mot de passe.");
    }
}

internal sealed class SignInHandler(AppDbContext db, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<SignIn, Result<SignInAnswer>>
{
    public async Task<Result<SignInAnswer>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        var attempt = await db.CountAttemptAsync(account?.Id, clock.GetUtcNow(), cancellationToken);
        var verification = Passwords.Verify(attempt == Attempt.Paused ? null : account?.PasswordHash, request.Password);
        if (account is null || attempt == Attempt.Paused)
        {
            return new SignInAnswer(account is null ? SignInOutcome.Refused : SignInOutcome.Locked);
        }

        if (verification == PasswordVerificationResult.Failed)
        {
            return await RefuseAsync(account, attempt, cancellationToken);
        }

        await db.ForgetAttemptsAsync(account.Id, cancellationToken);
        if (!account.EmailConfirmed)
        {
            return new SignInAnswer(SignInOutcome.NotConfirmed);
        }

        if (verification == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(Passwords.Hash(request.Password));
        }

        return new SignInAnswer(SignInOutcome.Accepted, account.Id, await db.RolesOfAsync(account.Id, cancellationToken));
    }

    private async Task<SignInAnswer> RefuseAsync(Account account, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt != Attempt.Last)
        {
            return new SignInAnswer(SignInOutcome.Refused);
        }

        var email = emails.Locked(account);
        if (await outbox.MayWriteAsync(email.Kind, email.To, cancellationToken))
        {
            outbox.Write(email);
        }

        return new SignInAnswer(SignInOutcome.Locked);
    }
}
