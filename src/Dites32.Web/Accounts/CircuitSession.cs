using Microsoft.AspNetCore.Components.Server;

namespace Dites32.Web.Accounts;

/// <summary>Who a circuit belongs to: whoever opened its page. Each request looks again, and <see cref="CircuitWatch"/> closes the page.</summary>
internal sealed class CircuitSession : ServerAuthenticationStateProvider;
