using Dites32.Core.Candidates;

namespace Dites32.Tests.Candidates;

public sealed class RppsTests
{
    [Theory]
    [InlineData("10000001916", "10000001916")]
    [InlineData(" 1000 0001 916 ", "10000001916")]
    [InlineData("810000001916", "10000001916")] // national identifier: 8 and the RPPS
    [InlineData("8 1000 0001 916", "10000001916")]
    public void Pasted_spaces_and_the_leading_8_of_twelve_digits_go(string typed, string expected) =>
        Assert.Equal(expected, Rpps.Read(typed).Value);

    [Theory]
    [InlineData("123")]
    [InlineData("100000019167")]
    [InlineData("1000000191A")]
    public void Another_length_is_refused(string typed) => Assert.Equal("rpps.length", Rpps.Read(typed).Error?.Code);

    [Fact]
    public void Nothing_typed_is_no_number() => Assert.Null(Rpps.Read("  ").Value);

    [Theory]
    [InlineData("10000001916", true)]
    [InlineData("10005173140", true)]
    [InlineData("10100473148", true)]
    [InlineData("10003461033", false)] // an example of the Agence du numérique en santé itself: a warning, never a refusal
    public void The_last_digit_is_a_Luhn_key(string rpps, bool good) => Assert.Equal(good, Rpps.HasGoodKey(rpps));
}
