using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("  Claire.Dupouy@Example.ORG ", "claire.dupouy@example.org")]
    [InlineData("claire@SANTÉ.fr", "claire@xn--sant-epa.fr")]
    [InlineData("claire@sante\u0301.fr", "claire@xn--sant-epa.fr")] // the accent apart
    [InlineData("claire@xn--sant-epa.fr", "claire@xn--sant-epa.fr")]
    [InlineData("claire\u00A0", "claire")]
    [InlineData("", "")]
    public void One_mailbox_has_one_spelling(string typed, string expected)
    {
        Assert.Equal(expected, EmailAddress.Normalise(typed));
        Assert.Equal(expected, EmailAddress.Normalise(EmailAddress.Normalise(typed)));
    }

    [Theory]
    [InlineData("a@b.fr")]
    [InlineData("o'connor+gers@cabinet-medical.example.org")]
    [InlineData("claire@santé.fr")]
    [InlineData("claire@example.xn--p1ai")]
    [InlineData(" claire@example.org ")]
    public void An_address_is_plausible(string typed) => Assert.True(EmailAddress.IsPlausible(typed));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("claire")]
    [InlineData("claire@")]
    [InlineData("@example.org")]
    [InlineData("claire@localhost")]
    [InlineData("claire@127.0.0.1")]
    [InlineData("claire@[127.0.0.1]")]
    [InlineData("claire@example..org")]
    [InlineData("claire@.example.org")]
    [InlineData("claire@example.org.")]
    [InlineData("claire@-example.org")]
    [InlineData("claire@exa_mple.org")]
    [InlineData("claire..d@example.org")]
    [InlineData(".claire@example.org")]
    [InlineData("claire.@example.org")]
    [InlineData("claire d@example.org")]
    [InlineData("\"claire d\"@example.org")]
    [InlineData("claire@gers@example.org")]
    [InlineData("prénom@example.org")] // no relay of ours carries it
    [InlineData("Claire <claire@example.org>")]
    [InlineData("claire@example.org, paul@example.org")]
    [InlineData("claire@example.org\nBcc: paul@example.org")]
    [InlineData("claire@example.org\0")]
    public void Something_else_is_not(string typed) => Assert.False(EmailAddress.IsPlausible(typed));

    [Fact]
    public void Lengths_are_those_of_the_standard()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 4))[..186] + ".fr";

        Assert.True(EmailAddress.IsPlausible($"{new string('a', 64)}@{domain}"));
        Assert.False(EmailAddress.IsPlausible($"{new string('a', 65)}@{domain[1..]}"));
        Assert.False(EmailAddress.IsPlausible($"{new string('a', 64)}@e{domain}"));
        Assert.False(EmailAddress.IsPlausible(new string('a', 1_000_000) + "@example.org"));
        Assert.False(EmailAddress.IsPlausible("a@" + string.Concat(Enumerable.Repeat("é.", 500_000))));
    }
}
