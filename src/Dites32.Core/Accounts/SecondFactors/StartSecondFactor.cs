using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Draws a secret for an application that shows codes. Nothing is kept before <see cref="ActivateSecondFactor"/>.</summary>
/// <param name="Offer">That of a first try, whose secret the telephone holds already.</param>
[AllowAccounts]
public sealed record StartSecondFactor(string? Offer) : IQuery<Result<SecondFactorOffer>>;

/// <param name="Secret">For typing by hand.</param>
/// <param name="Address">otpauth://…, as a link on a telephone and as a picture elsewhere.</param>
/// <param name="Offer">What <see cref="ActivateSecondFactor"/> takes.</param>
public sealed record SecondFactorOffer(string Secret, string Address, string Offer);

internal sealed class StartSecondFactorHandler(AppDbContext db, Actor actor, SecondFactorSecrets secrets)
    : IRequestHandler<StartSecondFactor, Result<SecondFactorOffer>>
{
    public async Task<Result<SecondFactorOffer>> Handle(StartSecondFactor request, CancellationToken cancellationToken)
    {
        if (await db.FindContactAsync(actor.RequiredAccountId, cancellationToken) is not { } contact)
        {
            return AccountErrors.NotFound;
        }

        var secret = (request.Offer is { } offer ? secrets.Offered(contact.Id, offer) : null) ?? SecondFactorSecrets.Draw();
        return new SecondFactorOffer(secret, AddressOf(contact.Email, secret), secrets.Offer(contact.Id, secret));
    }

    private static string AddressOf(string email, string secret) =>
        $"otpauth://totp/Dites32:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Dites32&algorithm=SHA1&digits=6&period=30";
}
