using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts.External;

/// <summary>Sends what only the portal may say: that a service has named somebody in this browser.</summary>
internal sealed class ExternalSignIn(IDispatcher dispatcher, ExternalProviders providers, IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A service answers to a browser.");

    private Actor Portal => Actor.System with
    {
        Network = VisitorNetwork.Of(Context.Connection.RemoteIpAddress),
        Browser = BrowserName.Of(Context.Request.Headers.UserAgent),
    };

    public Task<Result<SignInAnswer>> SignInAsync(ExternalIdentity identity) => dispatcher.SendAsync(Portal, new SignInByService(identity));

    /// <summary>Who waits in this browser, if anybody.</summary>
    public async Task<WaitingIdentity?> WaitingAsync() =>
        ExternalClaims.Read((await Context.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal, providers);

    public Task ForgetAsync() => Context.SignOutAsync(IdentityConstants.ExternalScheme);

    public async Task<Result<OpenedSession>> OpenAccountAsync(string token, string displayName)
    {
        if (ForgivingAntiforgery.WasRefused(Context))
        {
            return SharedErrors.PageTooOld;
        }

        return await WaitingAsync() is { Provider.OpensAccounts: true } waiting
            ? await dispatcher.SendAsync(Portal, new OpenExternalAccount(waiting.Identity, token, displayName))
            : AccountErrors.LinkHasEnded;
    }
}
