using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>
/// Opens a candidate's account, to be confirmed by mail. A known address gets the same answer, and its mailbox is told:
/// the page does not say who has an account.
/// </summary>
[AllowEveryone]
public sealed record RegisterAccount(string DisplayName, string Email, string Password) : ICommand<Result>;

internal sealed class RegisterAccountValidator : AbstractValidator<RegisterAccount>
{
    public RegisterAccountValidator()
    {
        RuleFor(r => r.DisplayName).IsDisplayName();
        RuleFor(r => r.Email).IsAddress();
        RuleFor(r => r.Password).IsGoodPassword(r => r.Email);
    }
}

internal sealed class RegisterAccountHandler(AppDbContext db, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RegisterAccount, Result>
{
    public async Task<Result> Handle(RegisterAccount request, CancellationToken cancellationToken)
    {
        var hash = Passwords.Hash(request.Password); // for a known address too: the time of the answer tells nothing
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        var email = account switch
        {
            null => emails.Confirmation(account = Add(request, hash)),
            { EmailConfirmed: true } => emails.Known(account),
            { PasswordHash: null } => emails.Invitation(account),
            _ => null,
        };
        var kind = email?.Kind ?? AccountEmails.ConfirmationKind;
        if (await outbox.MayWriteAsync(kind, account.Email!, cancellationToken))
        {
            outbox.Write(email ?? Again(account, request, hash));
        }

        return Result.Success;
    }

    private Account Add(RegisterAccount request, string hash)
    {
        var account = Account.Registered(EmailAddress.Normalise(request.Email), request.DisplayName, hash);
        db.Add(account);
        db.AddRange(AccountFactory.Roles(account, Role.Candidate));
        return account;
    }

    /// <summary>The same form sent twice leaves the first link alive.</summary>
    private Email Again(Account account, RegisterAccount request, string hash)
    {
        if (Passwords.Verify(account.PasswordHash, request.Password) == PasswordVerificationResult.Failed)
        {
            account.RegisterAgain(request.DisplayName, hash);
        }

        return emails.Confirmation(account);
    }
}
