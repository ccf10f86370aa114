using System.Security.Cryptography;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Passkeys;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts.Passkeys;

/// <summary>What the browser needs (<c>Options</c>), and what the portal remembers of it, encrypted, in the form (<c>State</c>).</summary>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Asks a browser for a passkey and verifies its answer (WebAuthn), by ASP.NET Core Identity. The answer is bound to this
/// site's name, to the challenge of the page and to its form; the question holds for a quarter of an hour.
/// </summary>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<Account> handler, UserManager<Account> users, IDispatcher dispatcher, IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector states = protection.CreateProtector("passkey-question").ToTimeLimitedDataProtector();

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A passkey is asked for by a page.");

    /// <summary>For signing in: the browser offers the passkeys that it has for this site.</summary>
    public async Task<PasskeyQuestion> AskAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, Context);
        return new PasskeyQuestion(options.RequestOptionsJson, states.Protect(options.AssertionState ?? "", Life));
    }

    /// <summary>For adding one to the account that is signed in.</summary>
    public async Task<PasskeyQuestion> OfferAsync(string email, string displayName)
    {
        var id = users.GetUserId(Context.User) ?? throw new InvalidOperationException("Nobody is signed in.");
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = email, DisplayName = displayName }, Context);
        return new PasskeyQuestion(options.CreationOptionsJson, states.Protect(options.AttestationState ?? "", Life));
    }

    public async Task<Result<OpenedSession>> SignInAsync(string? credential, string? state)
    {
        if (ForgivingAntiforgery.WasRefused(Context))
        {
            return SharedErrors.PageTooOld; // another site's form: nobody is signed in as somebody else
        }

        if (Read(state) is not { } asked || string.IsNullOrEmpty(credential))
        {
            return PasskeyErrors.Refused;
        }

        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = asked });
        return answer.Succeeded
            ? await dispatcher.SendAsync(
                Actor.System with { Browser = BrowserName.Of(Context.Request.Headers.UserAgent) }, new SignInByPasskey(answer.User.Id, answer.Passkey))
            : PasskeyErrors.Refused;
    }

    /// <summary>The verified passkey, or null; it must be for the account that is signed in.</summary>
    public async Task<UserPasskeyInfo?> VerifyNewAsync(string? credential, string? state)
    {
        if (Read(state) is not { } asked || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var answer = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = asked });
        return answer.Succeeded && answer.UserEntity.Id == users.GetUserId(Context.User) ? answer.Passkey : null;
    }

    private string? Read(string? state)
    {
        try
        {
            return state is null ? null : states.Unprotect(state);
        }
        catch (CryptographicException) // made up, or too old
        {
            return null;
        }
    }
}
