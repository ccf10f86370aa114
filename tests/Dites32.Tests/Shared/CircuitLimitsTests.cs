using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Shared;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;

namespace Dites32.Tests.Shared;

/// <summary>A circuit holds memory: nobody opens many, a visitor none, and none of them asks without end.</summary>
public sealed class CircuitLimitsTests : WebTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_opens_no_circuit()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(App.Server));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_account_opens_so_many_circuits_and_a_closed_one_makes_room()
    {
        var circuits = new List<TaskCompletionSource>();
        var limits = new CircuitLimits(
            _ =>
            {
                circuits.Add(new TaskCompletionSource());
                return circuits[^1].Task;
            },
            new ConfigurationBuilder().AddInMemoryCollection([new("Limits:CircuitsPerAccount", "2"), new("Limits:CircuitsPerNetwork", "4")]).Build());
        var (mine, theirs, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var first = Open(limits, mine);
        var second = Open(limits, mine);

        Assert.Equal(StatusCodes.Status429TooManyRequests, await RefusedAsync(Open(limits, mine)));
        Assert.All([first, second, Open(limits, theirs), Open(limits, theirs)], open => Assert.False(open.Done.IsCompleted));
        Assert.Equal(StatusCodes.Status429TooManyRequests, await RefusedAsync(Open(limits, third))); // of the same network

        circuits[1].SetResult();
        await second.Done;
        Assert.False(Open(limits, mine).Done.IsCompleted);
    }

    [Fact]
    public void One_circuit_sends_so_many_requests_in_a_second()
    {
        using var pace = new CircuitPace();

        var passed = Enumerable.Range(0, 500).Count(_ => pace.MayGoOn());

        Assert.InRange(passed, CircuitPace.Burst, CircuitPace.Burst + (2 * CircuitPace.PerSecond));
    }

    private static (HttpContext Context, Task Done) Open(CircuitLimits limits, Guid account)
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString())], "test")) };
        context.Features.Set<IHttpWebSocketFeature>(new Socket());
        context.Request.Path = "/_blazor";
        context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
        return (context, limits.InvokeAsync(context));
    }

    private static async Task<int> RefusedAsync((HttpContext Context, Task Done) open)
    {
        await open.Done;
        return open.Context.Response.StatusCode;
    }

    private static async Task<WebSocket> OpenAsync(TestServer server)
    {
        var sockets = server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Origin = WebApp.PublicAddress;
        return await sockets.ConnectAsync(new Uri($"{WebApp.PublicAddress}/_blazor"), Stop);
    }

    private sealed class Socket : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => true;

        public Task<WebSocket> AcceptAsync(WebSocketAcceptContext context) => throw new NotSupportedException();
    }
}
