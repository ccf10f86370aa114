using Dites32.Core.Accounts;

namespace Dites32.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("trois oies dans le pré")]
    [InlineData("demonstration-gers-32")]
    [InlineData("847261950374")] // digits alone are allowed
    [InlineData("ààààéééééùùùùùîîîî")]
    public void Length_is_enough(string password) => Assert.Null(PasswordRules.Problem(password, "claire@example.org"));

    [Theory]
    [InlineData("")]
    [InlineData("onze lettre")]
    [InlineData("motdepasse123")]
    [InlineData("MotDePasse2026!")]
    [InlineData("mot de passe 32")]
    [InlineData("azertyuiop12")]
    [InlineData("azertyazerty")]
    [InlineData("Marseille2026!")]
    [InlineData("bonjourbonjour")]
    [InlineData("!!!Médecin!!!32")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("000000000000")]
    [InlineData("123456789012")]
    [InlineData("121212121212")]
    [InlineData("aaaaaaaaaaaab")]
    [InlineData("Claire@Example.org!")]
    [InlineData("gers-claire-gers")]
    public void What_is_tried_first_is_refused(string password) => Assert.NotNull(PasswordRules.Problem(password, "claire@example.org"));

    [Fact]
    public void The_longest_has_128_characters()
    {
        var longest = string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + i * 7 % 26)));

        Assert.Null(PasswordRules.Problem(longest[..127] + "!"));
        Assert.NotNull(PasswordRules.Problem(longest + "!"));
    }
}
