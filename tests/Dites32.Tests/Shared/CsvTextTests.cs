using System.Text;
using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a;b\r\n1;2\r\n", "1|2")]
    [InlineData("a,b\n1,2", "1|2")]
    [InlineData("a;b\r1;2\r", "1|2")]
    [InlineData("a;b\n\"1;x\";\"deux \"\"mots\"\"\"\n", "1;x|deux \"mots\"")]
    [InlineData("a;b\n\"une\r\nautre\";2\n", "une\r\nautre|2")]
    [InlineData("a;b\n\n;\n1;2\n", "1|2")]
    [InlineData("a;b\n\"\";2\n", "|2")]
    [InlineData("a;b,c\n1;2,3\n", "1|2,3")]
    [InlineData("a;b\n5\" de long;2\n", "5\" de long|2")]
    public void A_line_is_read_as_spreadsheets_write_it(string file, string cells) =>
        Assert.Equal(cells, string.Join('|', CsvText.Read(file).Value[1].Cells));

    [Fact]
    public void A_line_knows_where_it_stands_in_the_file_even_after_cells_of_several_lines() =>
        Assert.Equal([1, 2, 4, 6], CsvText.Read("a;b\n\"x\ny\";1\nz;2\n\nw;3").Value.Select(l => l.Number));

    [Fact]
    public void A_quote_that_never_closes_is_said() => Assert.Equal("csv-open-quote", CsvText.Read("a;b\n\"x;1\ny;2\n").Error?.Code);

    [Fact]
    public void Utf_8_with_or_without_its_mark_and_windows_are_one_text()
    {
        const string Text = "L'Isle-Jourdain ; é à ç œ € «";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text);

        Assert.Equal(Text, CsvText.Decode(Encoding.UTF8.GetBytes(Text)).Value);
        Assert.Equal(Text, CsvText.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]).Value);
        Assert.Equal(Text, CsvText.Decode(windows).Value);
        Assert.Equal("csv-not-text", CsvText.Decode("PK\u0003\u0004\0\0"u8.ToArray()).Error?.Code);
    }
}
