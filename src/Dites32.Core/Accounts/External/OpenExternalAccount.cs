using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts.External;

/// <summary>
/// Opens a candidate's account for somebody who has, in one browser, opened the link of their mailbox and signed in by another
/// service. Nobody's identity is joined to a mailbox that they do not read: whoever asked for the link with a stranger's
/// address gains nothing when the stranger opens it. Errors: invalid (by field), account-link-ended, external-taken.
/// </summary>
/// <param name="Token">Of the link of <see cref="RequestExternalAccount"/>.</param>
[AllowSystem]
public sealed record OpenExternalAccount(ExternalIdentity Identity, string Token, string DisplayName) : ICommand<Result<OpenedSession>>;

internal sealed class OpenExternalAccountValidator : AbstractValidator<OpenExternalAccount>
{
    public OpenExternalAccountValidator() => RuleFor(r => r.DisplayName).IsDisplayName();
}

internal sealed class OpenExternalAccountHandler(AppDbContext db, AccountLinks links, SessionOpening sessions, TimeProvider clock)
    : IRequestHandler<OpenExternalAccount, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(OpenExternalAccount request, CancellationToken cancellationToken)
    {
        if (links.ReadExternalAccount(request.Token) is not { } email)
        {
            return AccountErrors.LinkHasEnded;
        }

        var account = await db.FindAccountAsync(email, cancellationToken);
        if (account is { EmailConfirmed: true } or { PasswordHash: null } or { DisabledAt: not null })
        {
            return AccountErrors.LinkHasEnded; // it has served, or a colleague was invited there meanwhile
        }

        if (await db.FindLoginAsync(request.Identity, cancellationToken) is not null)
        {
            return ExternalErrors.Taken;
        }

        if (account is null)
        {
            account = Account.Confirmed(email, request.DisplayName, passwordHash: null);
            db.Add(account);
            db.AddRange(AccountFactory.Roles(account, Role.Candidate));
        }
        else
        {
            account.ConfirmWithoutPassword(request.DisplayName);
        }

        var now = clock.GetUtcNow();
        db.Link(account, request.Identity, now);
        return await sessions.OpenAsync(account, SessionProof.Service, cancellationToken, request.Identity.ProvedAt(now));
    }
}
