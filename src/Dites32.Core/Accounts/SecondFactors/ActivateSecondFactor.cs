using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>
/// Turns the double authentication on with a first code, or moves it to another telephone, which asks for a fresh proof.
/// The session becomes a strong one, the others end, and the mailbox is told. Answers with ten codes for the day the
/// telephone is lost: they are shown once, and those from before serve no more.
/// </summary>
[AllowAccounts]
public sealed record ActivateSecondFactor(string Offer, string Code) : ICommand<Result<IReadOnlyList<string>>>;

internal sealed class ActivateSecondFactorValidator : AbstractValidator<ActivateSecondFactor>
{
    public ActivateSecondFactorValidator() => RuleFor(r => r.Code).IsAnswered("Indiquez le code que l'application affiche.");
}

internal sealed class ActivateSecondFactorHandler(
    AppDbContext db, Actor actor, SecondFactorSecrets secrets, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<ActivateSecondFactor, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(ActivateSecondFactor request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        if (secrets.Offered(account.Id, request.Offer) is not { } secret)
        {
            return SecondFactorErrors.OfferEnded;
        }

        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken);
        if (factor is not null && actor.ProvedAt < now - NeedsFreshProofAttribute.Fresh)
        {
            return SharedErrors.ProofNeeded;
        }

        if (SecondFactorSecrets.StepOf(secret, new string([.. request.Code.Where(char.IsAsciiDigit)]), now) is not { } step)
        {
            return SecondFactorErrors.Of(CodeAnswer.Wrong);
        }

        if (factor is null)
        {
            db.Add(SecondFactor.For(account.Id, secrets.Protect(secret), step, now));
        }
        else
        {
            factor.Replace(secrets.Protect(secret), step, now);
        }

        await StrengthenAsync(account, now, cancellationToken);
        outbox.Write(emails.SecondFactorChanged(account, "La double authentification de votre compte Dites32 vient d'être réglée sur un téléphone."));
        return Result<IReadOnlyList<string>>.Success(await db.DrawRecoveryCodesAsync(account.Id, cancellationToken));
    }

    private async Task StrengthenAsync(Account account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (actor.SessionId is { } id)
        {
            (await db.AccountSessions.SingleAsync(s => s.Id == id, cancellationToken)).Prove(SessionProof.Code, now);
        }

        await db.EndSessionsAsync(account.Id, butFor: actor.SessionId, now, cancellationToken);
    }
}
