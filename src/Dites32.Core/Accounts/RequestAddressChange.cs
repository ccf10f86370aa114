using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Asks for another address of one's account: a link goes there, and nothing changes before it is opened. An address that
/// has an account gets the same answer, and its mailbox is told. Errors: invalid (by field), second-factor-out-of-reach.
/// </summary>
[AllowAccounts, NeedsFreshProof]
public sealed record RequestAddressChange(string Email) : ICommand<Result>, ITraced;

internal sealed class RequestAddressChangeValidator : AbstractValidator<RequestAddressChange>
{
    public RequestAddressChangeValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class RequestAddressChangeHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RequestAddressChange, Result>
{
    public async Task<Result> Handle(RequestAddressChange request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        var email = EmailAddress.Normalise(request.Email);
        if (Account.KeyOf(email) == account.NormalizedUserName)
        {
            return SharedErrors.Invalid(nameof(request.Email), "C'est déjà l'adresse de votre compte.");
        }

        var isTaken = await db.FindAccountAsync(email, cancellationToken) is not null;
        await outbox.WriteIfMayAsync(isTaken ? emails.AddressWanted(email) : emails.NewAddress(account, email), cancellationToken);
        return Result.Success;
    }
}
