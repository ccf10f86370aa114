using Microsoft.AspNetCore.Components.Endpoints;

namespace Dites32.Web.Shared.Layout;

/// <summary>How wide the content of a page is: <c>narrow</c> for reading and forms, <c>wide</c> for lists, <c>full</c> for the board.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PageWidthAttribute(string width) : Attribute
{
    public string Width { get; } = width;
}

internal static class PageWidthExtensions
{
    public static string PageWidth(this HttpContext? context, string usual) =>
        context.PageType()?.GetCustomAttributes(typeof(PageWidthAttribute), inherit: false) is [PageWidthAttribute { Width: var width }, ..]
            ? width
            : usual;

    public static Type? PageType(this HttpContext? context) =>
        context?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
}
