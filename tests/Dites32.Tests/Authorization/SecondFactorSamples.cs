using Dites32.Core.Accounts.Passkeys;
using Dites32.Core.Accounts.SecondFactors;

namespace Dites32.Tests.Authorization;

internal static class SecondFactorSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(c => new AddPasskey("Téléphone", c.Ground.PasskeyOf(c.SenderId, number: 2)));
        samples.Add(_ => new ListMyPasskeys());
        samples.Add(c => new RemovePasskey(PasskeySummary.IdOf(c.Ground.PasskeyOf(c.SenderId))));
        samples.Add(c => new SignInByPasskey(c.About.AccountId, c.Ground.PasskeyOf(c.About.AccountId)));
        samples.Add(ActivationBy);
        samples.Add(c => new ConfirmSignIn(FirstStepOf(c), c.Ground.CodeOf(c.About.AccountId)));
        samples.Add(_ => new GetDemoCode(null, null));
        samples.Add(_ => new GetSecondFactor());
        samples.Add(c => new ProveAgain(c.SenderCode));
        samples.Add(_ => new RemoveSecondFactor());
        samples.Add(c => new RemoveSecondFactorOf(c.About.AccountId));
        samples.Add(_ => new RenewRecoveryCodes());
        samples.Add(_ => new StartSecondFactor(null));
    }

    private static ActivateSecondFactor ActivationBy(Case c)
    {
        var secret = SecondFactorSecrets.Draw();
        return new(c.Ground.Service<SecondFactorSecrets>().Offer(c.SenderId, secret), SecondFactorSecrets.CodeAt(secret, c.Ground.Clock.Now));
    }

    /// <summary>What the password of the account has answered.</summary>
    private static string FirstStepOf(Case c) =>
        c.Ground.AccountOf(c.About.AccountId) is { } account ? c.Ground.Service<SecondStepTokens>().For(account) : "";
}
