using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;

namespace Dites32.Tests.Authorization;

internal static class AccountSamples
{
    private const string NewPassword = "quatre canards sur la mare";

    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new ChangeDisplayName("Dr Camille Essai"));
        samples.Add(_ => new ChangePassword(Ground.Password, NewPassword));
        samples.Add(_ => new RequestAddressChange("autre@example.org"));
        samples.Add(c => new ChangeAddress(c.About.NewAddressToken));
        samples.Add(c => new ConfirmEmail(c.About.ConfirmationToken));
        samples.Add(_ => new CreateStaffAccount("Sacha Essai", "nouveau@example.org", [Role.SiteRecruiter]));
        samples.Add(c => new GetAccount(c.About.AccountId));
        samples.Add(_ => new GetMyAccount());
        samples.Add(_ => new ListAccounts(null, 1));
        samples.Add(_ => new ListDemoAccounts());
        samples.Add(_ => new RegisterAccount("Sacha Essai", "nouveau@example.org", NewPassword));
        samples.Add(_ => new RequestPasswordReset("nouveau@example.org"));
        samples.Add(_ => new RequestSignInLink("nouveau@example.org"));
        samples.Add(_ => new ResendConfirmation("nouveau@example.org"));
        samples.Add(c => new ResetPassword(c.About.ResetToken, NewPassword));
        samples.Add(c => new SetAccountOpen(c.About.AccountId, IsOpen: false));
        samples.Add(c => new SetRoles(c.About.AccountId, [Role.Candidate, Role.SiteRecruiter]));
        samples.Add(c => new SignIn(c.About.Email, Ground.Password));
        samples.Add(c => new SignInByLink(c.About.SignInToken));

        samples.Add(_ => new EndThisSession());
        samples.Add(c => new EndMySession(c.About.SessionPublicId));
        samples.Add(_ => new EndMyOtherSessions());
        samples.Add(c => new EndSessionsOf(c.About.AccountId));
        samples.Add(c => new GetSession(c.About.SessionId));
        samples.Add(_ => new ListMySessions());
        samples.Add(c => new ListSessionsOf(c.About.AccountId));
    }
}
