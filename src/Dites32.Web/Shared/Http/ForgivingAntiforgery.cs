using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// A page whose antiforgery token is missing or too old is shown again, filled, with a new token, instead of a bare 400.
/// Nothing is performed: <see cref="Sender"/> refuses every command of such a request.
/// </summary>
internal sealed class ForgivingAntiforgery(RequestDelegate next)
{
    private static readonly object Refused = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Items[Refused] = true;
            context.Features.Set<IAntiforgeryValidationFeature>(new Accepted());
        }

        return next(context);
    }

    public static bool WasRefused(HttpContext context) => context.Items.ContainsKey(Refused);

    private sealed class Accepted : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;
        public Exception? Error => null;
    }
}
