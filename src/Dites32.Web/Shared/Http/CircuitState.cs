using System.Reflection;
using Dites32.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// Only an interactive page opens a circuit. Blazor would give every page an antiforgery cookie and a kilobyte of
/// encrypted state for one, which is a third of what a static page costs and keeps it from being cached anywhere.
/// A form still brings its own token and cookie.
/// </summary>
internal static class CircuitState
{
    // Internal to the framework: where it is not found, pages carry the state again, and the test of the public list says so.
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    public static void OnInteractivePagesOnly(this RazorComponentsEndpointConventionBuilder pages) => pages.Finally(endpoint =>
    {
        PageTraits.AddTo(endpoint);
        var traits = endpoint.Metadata.OfType<PageTraits>().FirstOrDefault();
        var modes = endpoint.Metadata.FirstOrDefault(m => m.GetType().Name == RenderModes);
        if (traits is null or { IsInteractive: true } || modes is null)
        {
            return;
        }

        const BindingFlags AnyConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        object[] none = [Array.Empty<IComponentRenderMode>()];
        endpoint.Metadata[endpoint.Metadata.IndexOf(modes)] = Activator.CreateInstance(modes.GetType(), AnyConstructor, null, none, null)!;
    });
}
