using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Tests.Authorization;

internal static class ExternalSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new GetMyExternalLogins());
        samples.Add(_ => new RequestExternalAccount("nouveau@example.org"));
        samples.Add(c => new AddExternalLogin(Ground.IdentityOf(c.SenderId, "https://autre.example")));
        samples.Add(c => new RemoveExternalLogin(IdOf(Ground.IdentityOf(c.SenderId))));
        samples.Add(c => new SignInByService(Ground.IdentityOf(c.About.AccountId)));
        samples.Add(c => new OpenExternalAccount(
            Ground.IdentityOf(Guid.NewGuid()), c.Ground.Service<AccountLinks>().ToExternalAccount("nouveau@example.org").Split("jeton=")[1], "Sacha Essai"));
    }

    private static string IdOf(ExternalIdentity identity) =>
        ExternalLogins.IdOf(new IdentityUserLogin<Guid> { LoginProvider = identity.Issuer, ProviderKey = identity.Subject });
}
