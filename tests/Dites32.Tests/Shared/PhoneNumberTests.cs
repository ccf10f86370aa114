using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("06 12 34 56 78", "0612345678")]
    [InlineData("+33 6 12 34 56 78", "0612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "0612345678")]
    [InlineData("0033612345678", "0612345678")]
    [InlineData("+34 612 345 678", "+34612345678")]
    public void A_number_is_read_however_it_is_written(string typed, string expected) => Assert.Equal(expected, PhoneNumber.Read(typed).Value);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("6 12 34 56 78")]
    public void What_is_no_number_is_refused(string typed) => Assert.Equal("phone", PhoneNumber.Read(typed).Error?.Code);
}
