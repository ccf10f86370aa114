using System.Net;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Shared.Http;

namespace Dites32.Tests.Shared;

/// <summary>A network that asks too much waits; the others do not notice.</summary>
public sealed class RequestLimitsTests : WebTest
{
    [Fact]
    public async Task A_network_that_asks_too_much_is_told_to_wait_and_the_others_are_served()
    {
        await using var limited = App.WithWebHostBuilder(host => host.UseSetting("Limits:RequestsPerMinute", "10").UseSetting("Proxy:Networks", "10.0.0.0/24"));

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 25; i++)
        {
            answers.Add(await AskAsync(limited.CreateClient(), "203.0.113.7"));
        }

        Assert.Equal(20, answers.TakeWhile(a => a.IsSuccessStatusCode).Count()); // the burst
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20].StatusCode);
        Assert.True(answers[20].Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("Trop de demandes arrivent de votre réseau", await answers[20].Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answers[20].Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(limited.CreateClient(), "203.0.113.8")).StatusCode);
    }

    [Fact]
    public async Task Without_a_trusted_proxy_nobody_names_the_visitor()
    {
        await using var limited = App.WithWebHostBuilder(host => host.UseSetting("Limits:RequestsPerMinute", "1"));

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(limited.CreateClient(), "203.0.113.7")).StatusCode);
        }
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::1", "20010DB800010002")]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    public void One_subscriber_is_one_network(string address, string? network) =>
        Assert.Equal(network, VisitorNetwork.Of(IPAddress.Parse(address)));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/robots.txt");
        request.Headers.Host = "dites32.example";
        request.Headers.Add("X-Forwarded-For", visitor);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
