using System.Net;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Shared;

public sealed class ErrorPagesTests : WebTest
{
    [Fact]
    public async Task An_unknown_address_answers_404_in_French_with_a_number()
    {
        using var visitor = Visitor();
        var answer = await visitor.GetAsync("/nulle-part", TestContext.Current.CancellationToken);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page introuvable", page.Text("h1"));
        Assert.Matches("[0-9A-F]{4}-[0-9A-F]{4}", page.Text("main"));
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_a_body()
    {
        using var visitor = Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_public_page_opens_no_circuit_and_loads_nothing_from_elsewhere()
    {
        using var visitor = Visitor();
        var page = await visitor.GetPageAsync("/");

        Assert.Empty(page.Scripts);
        Assert.All(page.QuerySelectorAll("link[href]:not([rel=canonical]), img[src]"), e => Assert.DoesNotContain("//", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
    }
}
