using System.Net;
using System.Net.Sockets;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// Where a visitor comes from, for the limits: the address, or for IPv6 the /64 that one subscriber has. Null for this
/// machine, whose requests are a proxy's that is not named (<see cref="BehindProxy"/>) or a probe's.
/// </summary>
internal static class VisitorNetwork
{
    public static string? Of(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return Of(address.MapToIPv4());
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
