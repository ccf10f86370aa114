using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Dites32.Web.Shared.Layout;

/// <summary>What the frame of a page needs to know of it, read from its attributes once, when the addresses are mapped.</summary>
/// <param name="IsInteractive">It opens a circuit.</param>
/// <param name="Width">Of its <see cref="PageWidthAttribute"/>; null for the usual one.</param>
internal sealed record PageTraits(bool IsInteractive, string? Width)
{
    public static void AddTo(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type is { } page)
        {
            endpoint.Metadata.Add(new PageTraits(
                page.IsDefined(typeof(RenderModeAttribute), inherit: false),
                page.GetCustomAttribute<PageWidthAttribute>(inherit: false)?.Width));
        }
    }
}

/// <summary>How wide the content of a page is: <c>narrow</c> for reading and forms, <c>wide</c> for lists, <c>full</c> for the board.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PageWidthAttribute(string width) : Attribute
{
    public string Width { get; } = width;
}

internal static class PageTraitsExtensions
{
    /// <summary>Null where no page answers.</summary>
    public static PageTraits? PageTraits(this HttpContext? context) => context?.GetEndpoint()?.Metadata.GetMetadata<PageTraits>();

    public static string PageWidth(this HttpContext? context, string usual) => context.PageTraits()?.Width ?? usual;
}
