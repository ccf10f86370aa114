using System.Globalization;
using System.Text.RegularExpressions;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dites32.Web.Accounts.External;

/// <summary>
/// What the portal does around the exchange with a service, which ASP.NET Core drives: code, PKCE, state and nonce bound to the
/// browser by cookies, signature, issuer, audience and times of the id_token.
/// </summary>
internal sealed partial class ExternalEvents(PublicAddress address, ILogger<ExternalEvents> logger)
{
    public const string ReturnTo = "retour";

    public void Attach(OpenIdConnectEvents events, ExternalProvider provider)
    {
        events.OnRedirectToIdentityProvider = redirect =>
        {
            redirect.ProtocolMessage.RedirectUri = address.Of(provider.CallbackPath);
            redirect.ProtocolMessage.AcrValues = provider.Acr;
            return Task.CompletedTask;
        };
        events.OnTokenValidated = validated =>
        {
            // For the code flow the library takes a token without signature, because it came by TLS: here it does not.
            if (validated.TokenEndpointResponse?.IdToken is not { } token || new JsonWebToken(token).EncodedSignature.Length == 0)
            {
                validated.Fail(new AuthenticationFailureException("signature"));
            }
            else if (!IsEnough(validated.Principal?.FindFirst(JwtRegisteredClaimNames.Acr)?.Value, provider.Acr))
            {
                validated.Fail(new AuthenticationFailureException("acr"));
            }

            return Task.CompletedTask;
        };
        events.OnTicketReceived = ticket => ComeInAsync(ticket, provider);
        events.OnAccessDenied = denied => Leave(denied, ExternalProblems.Address(provider, ExternalProblems.Denied));
        events.OnRemoteFailure = failed =>
        {
            LogFailure(logger, provider.Slug, failed.Failure?.GetType().Name, Code().Match(failed.Failure?.Message ?? "").Value);
            var isDown = failed.Failure is HttpRequestException or TaskCanceledException or { InnerException: IOException or HttpRequestException };
            return Leave(failed, ExternalProblems.Address(provider, isDown ? ExternalProblems.Down : ExternalProblems.Refused));
        };
    }

    /// <summary>
    /// Somebody known goes on as after a password. Somebody unknown, or who is signed in already and may want to link, is kept
    /// in a cookie of its own until they have said so by a form.
    /// </summary>
    private static async Task ComeInAsync(TicketReceivedContext ticket, ExternalProvider provider)
    {
        var (http, services) = (ticket.HttpContext, ticket.HttpContext.RequestServices);
        var kept = ExternalClaims.Keep(ticket.Principal!, provider);
        if (ExternalClaims.Read(kept, services.GetRequiredService<ExternalProviders>()) is not { } waiting)
        {
            await Leave(ticket, ExternalProblems.Address(provider, ExternalProblems.Refused));
            return;
        }

        var returnTo = ticket.Properties?.Items.TryGetValue(ReturnTo, out var asked) is true ? asked : null;
        ticket.Principal = kept;
        ticket.Properties = new AuthenticationProperties();
        ticket.ReturnUri = returnTo == ExternalPages.Open ? ExternalPages.Open : ExternalPages.Continue;
        if ((await http.AuthenticateAsync()).Succeeded)
        {
            return;
        }

        var answer = await services.GetRequiredService<ExternalSignIn>().SignInAsync(waiting.Identity);
        if (answer.Error == ExternalErrors.Unknown)
        {
            return;
        }

        await Leave(ticket, answer is { Error: null, Value: { Outcome: SignInOutcome.Accepted or SignInOutcome.SecondStep } known }
            ? await services.GetRequiredService<Session>().GoOnAsync(known, returnTo)
            : ExternalProblems.Address(provider, ExternalProblems.Closed));
    }

    private static Task Leave<TOptions>(HandleRequestContext<TOptions> context, string target) where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect(target);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>« eidas2 » is more than « eidas1 »; another word must be the very one that was asked for.</summary>
    private static bool IsEnough(string? given, string? asked) =>
        asked is null || given == asked || (LevelOf(asked) is { } least && LevelOf(given) is { } level && level >= least);

    private static int? LevelOf(string? acr) =>
        Eidas().Match(acr ?? "") is { Success: true } level ? int.Parse(level.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\Aeidas([1-3])\z")]
    private static partial Regex Eidas();

    /// <summary>The code of a refused token, without what it says of the token.</summary>
    [GeneratedRegex(@"\AIDX\d+")]
    private static partial Regex Code();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in by {Provider} failed ({Type} {Code})")]
    private static partial void LogFailure(ILogger logger, string provider, string? type, string code);
}
