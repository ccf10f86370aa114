using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class SiretTests
{
    [Theory]
    [InlineData("732 829 320 00074", "73282932000074")] // INSEE's own example
    [InlineData("35600000000048", "35600000000048")] // La Poste, by Luhn
    [InlineData("35600000049837", "35600000049837")] // La Poste, by its own rule
    public void A_number_with_its_key_is_read(string typed, string siret) => Assert.Equal(siret, Siret.Read(typed).Value);

    [Theory]
    [InlineData("73282932000075")]
    [InlineData("7328293200007")]
    [InlineData("732829320000741")]
    [InlineData("7328293200007A")]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤")]
    public void Another_is_refused(string typed) => Assert.Equal("siret", Siret.Read(typed).Error?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nothing_typed_is_no_number(string? typed) => Assert.Null(Siret.Read(typed).Value);
}
