using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Dites32.Web.Shared.Http;

/// <summary>How the portal is reached: through a reverse proxy that it trusts, by the names it knows.</summary>
internal static class BehindProxy
{
    /// <summary>
    /// <c>Proxy:Networks</c>: the addresses or networks of the reverse proxies, separated by commas. Only these may say who the
    /// visitor is; without them, the visitor is whoever connects.
    /// </summary>
    public static void AddProxy(this IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardedHeaders = ForwardedHeaders.None;
        foreach (var network in Listed(configuration["Proxy:Networks"]))
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            options.KnownIPNetworks.Add(network.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(network) : Single(IPAddress.Parse(network)));
        }
    });

    /// <summary>Answers only to the host of the public address, and to <c>AllowedHosts</c> where it is set.</summary>
    public static void AddKnownHosts(this IServiceCollection services) =>
        services.AddOptions<HostFilteringOptions>().Configure<IConfiguration, PublicAddress>((options, configuration, address) =>
        {
            options.AllowedHosts = [address.Host, .. Listed(configuration["AllowedHosts"])];
            options.IncludeFailureMessage = false;
        });

    /// <summary>Where the public address is secure, so is every request: the proxy has ended TLS.</summary>
    public static void UsePublicScheme(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PublicAddress>().IsSecure)
        {
            app.Use((context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }
    }

    private static string[] Listed(string? setting) =>
        (setting ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
