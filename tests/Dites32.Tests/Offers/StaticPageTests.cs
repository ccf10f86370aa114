using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class StaticPageTests : WebTest
{
    [Theory]
    [InlineData("/")]
    [InlineData("/offres")]
    public async Task A_public_page_brings_no_cookie_and_no_state_of_a_circuit(string path)
    {
        using var visitor = Visitor();

        var response = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("Blazor-", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
