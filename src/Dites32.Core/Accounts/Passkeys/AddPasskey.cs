using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Passkeys;

/// <summary>
/// Adds a passkey to one's account, once the browser's answer has been verified: a key that asked for the finger, the face
/// or the code of its owner. The session becomes a strong one and the mailbox is told.
/// </summary>
[AllowAccounts, NeedsFreshProof]
public sealed record AddPasskey(string Name, UserPasskeyInfo Passkey) : ICommand<Result>
{
    public const int MaxNameLength = 60;
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator() => RuleFor(r => r.Name).Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Donnez-lui un nom, pour la reconnaître plus tard.")
        .MaximumLength(AddPasskey.MaxNameLength).WithMessage($"Choisissez un nom de {AddPasskey.MaxNameLength}\u00a0caractères au plus.");
}

internal sealed class AddPasskeyHandler(
    AppDbContext db, Actor actor, UserManager<Account> users, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<AddPasskey, Result>
{
    private const int Max = 10;

    public async Task<Result> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        if ((await users.GetPasskeysAsync(account)).Count >= Max)
        {
            return PasskeyErrors.TooMany;
        }

        if (!request.Passkey.IsUserVerified || await users.FindByPasskeyIdAsync(request.Passkey.CredentialId) is not null)
        {
            return PasskeyErrors.Refused;
        }

        request.Passkey.Name = request.Name;
        await users.AddOrUpdatePasskeyAsync(account, request.Passkey);
        if (actor.SessionId is { } id)
        {
            (await db.AccountSessions.SingleAsync(s => s.Id == id, cancellationToken)).Prove(SessionProof.Passkey, clock.GetUtcNow());
        }

        outbox.Write(emails.SecondFactorChanged(account, "Une clé d'accès vient d'être ajoutée à votre compte Dites32."));
        return Result.Success;
    }
}
