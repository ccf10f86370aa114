using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Changes one's own password. The other sessions end at once; wrong current passwords count as sign-in attempts.</summary>
[AllowAccounts]
public sealed record ChangePassword(string CurrentPassword, string NewPassword) : ICommand<Result>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(r => r.CurrentPassword).IsAnswered("Indiquez votre mot de passe actuel.");
        RuleFor(r => r.NewPassword).IsGoodPassword();
    }
}

internal sealed class ChangePasswordHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<ChangePassword, Result>
{
    public async Task<Result> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        if (PasswordRules.Problem(request.NewPassword, account.Email) is { } problem)
        {
            return AccountErrors.BadPassword(nameof(request.NewPassword), problem);
        }

        if (await db.CountAttemptAsync(account.Email!, actor.Network, now, cancellationToken) == Attempt.Paused)
        {
            return AccountErrors.TooManyAttempts;
        }

        if (Passwords.Verify(account.PasswordHash, request.CurrentPassword) == PasswordVerificationResult.Failed)
        {
            return AccountErrors.WrongCurrentPassword;
        }

        await db.ForgetAttemptsAsync(account.Email!, actor.Network, now, cancellationToken);
        await db.EndSessionsAsync(account.Id, butFor: actor.SessionId, now, cancellationToken);
        account.ChangePassword(Passwords.Hash(request.NewPassword));
        outbox.Write(emails.PasswordChanged(account));
        return Result.Success;
    }
}
