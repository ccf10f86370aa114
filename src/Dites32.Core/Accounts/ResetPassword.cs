using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Chooses a password by a reset or an invitation link, which serves once. It confirms the address, ends a pause and all sessions.</summary>
[AllowEveryone]
public sealed record ResetPassword(string Token, string Password) : ICommand<Result>;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator() => RuleFor(r => r.Password).IsGoodPassword();
}

internal sealed class ResetPasswordHandler(AppDbContext db, Actor actor, AccountLinks links, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<ResetPassword, Result>
{
    public async Task<Result> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        if (links.Read(request.Token, LinkKind.Reset, LinkKind.Invitation) is not var (accountId, stamp)
            || await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.SecurityStamp == stamp && a.DisabledAt == null, cancellationToken) is not { } account)
        {
            return AccountErrors.LinkHasEnded;
        }

        if (PasswordRules.Problem(request.Password, account.Email) is { } problem)
        {
            return AccountErrors.BadPassword(nameof(request.Password), problem);
        }

        if (account.PasswordHash is not null)
        {
            outbox.Write(emails.PasswordChanged(account));
        }

        await db.EndPausesAsync(account.Email!, actor.Network, cancellationToken);
        await db.EndSessionsAsync(account.Id, butFor: null, clock.GetUtcNow(), cancellationToken);
        account.ResetPassword(Passwords.Hash(request.Password));
        return Result.Success;
    }
}
