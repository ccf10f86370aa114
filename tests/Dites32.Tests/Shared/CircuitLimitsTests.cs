using System.Net.WebSockets;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.TestHost;

namespace Dites32.Tests.Shared;

/// <summary>A circuit holds memory: nobody opens many, a visitor none, and none of them asks without end.</summary>
public sealed class CircuitLimitsTests : WebTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_opens_no_circuit()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(App.Server, session: null));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_account_opens_so_many_circuits_and_a_closed_one_makes_room()
    {
        await using var limited = App.WithWebHostBuilder(host => host.UseSetting("Limits:CircuitsPerAccount", "2"));
        var (mine, theirs) = (SessionOf(await SomeoneAsync(Role.SiteRecruiter)), SessionOf(await SomeoneAsync(Role.SiteRecruiter)));
        using var first = await OpenAsync(limited.Server, mine);
        using var second = await OpenAsync(limited.Server, mine);

        Assert.Contains("429", (await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(limited.Server, mine))).Message, StringComparison.Ordinal);
        using var other = await OpenAsync(limited.Server, theirs);

        second.Abort();
        using var third = await AgainAsync(() => OpenAsync(limited.Server, mine));
        Assert.Equal(WebSocketState.Open, third.State);
    }

    [Fact]
    public void One_circuit_sends_so_many_requests_in_a_second()
    {
        using var pace = new CircuitPace();

        var passed = Enumerable.Range(0, 500).Count(_ => pace.MayGoOn());

        Assert.InRange(passed, CircuitPace.Burst, CircuitPace.Burst + (2 * CircuitPace.PerSecond));
    }

    private string SessionOf(Actor actor)
    {
        using var client = App.ClientFor(actor);
        return client.DefaultRequestHeaders.GetValues(HeaderAuthentication.Header).Single();
    }

    private static async Task<WebSocket> OpenAsync(TestServer server, string? session)
    {
        var sockets = server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers.Origin = WebApp.PublicAddress;
            if (session is not null)
            {
                request.Headers[HeaderAuthentication.Header] = session;
            }
        };
        return await sockets.ConnectAsync(new Uri($"{WebApp.PublicAddress}/_blazor"), Stop);
    }

    /// <summary>The server notices a socket that was cut a moment later.</summary>
    private static async Task<WebSocket> AgainAsync(Func<Task<WebSocket>> open)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await open();
            }
            catch (InvalidOperationException) when (attempt < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
            }
        }
    }
}
