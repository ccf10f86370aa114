using System.Text;
using Dites32.Core.Audit;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Audit;

namespace Dites32.Tests.Audit;

/// <summary>The file of traces, cell by cell.</summary>
public sealed class TraceFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+33", "'+33"), InlineData("-2", "'-2"), InlineData("@SUM(A1)", "'@SUM(A1)"), InlineData("\t=1", "'\t=1"), InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a;b", "\"a;b\""), InlineData("dit \"Zoé\"", "\"dit \"\"Zoé\"\"\""), InlineData("a\nb", "\"a\nb\""), InlineData("Anne-Élise", "Anne-Élise"), InlineData(null, "")]
    public void A_cell_is_text_and_nothing_more(string? value, string cell) => Assert.Equal(cell, TraceFile.Cell(value));

    [Fact]
    public void A_file_that_is_cut_says_so_in_its_last_line()
    {
        var file = Encoding.UTF8.GetString(TraceFile.Of(new TraceExport([], HasMore: true, new(2026, 3, 2)))).PlainSpaces();

        Assert.EndsWith("Seules les 10 000 traces les plus récentes sont ici : d'autres, plus anciennes, correspondent aussi. Réduisez la période pour les avoir.\r\n", file, StringComparison.Ordinal);
    }
}
