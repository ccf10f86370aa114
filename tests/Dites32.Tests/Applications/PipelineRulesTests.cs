using Dites32.Core.Applications;
using Dites32.Core.Offers;

namespace Dites32.Tests.Applications;

public sealed class PipelineRulesTests
{
    // Each row is a category the card leaves; each column, in the same order, one it would enter.
    private const string Staff = """
        Received    xxxxxx...x.x
        InReview    xxxxxx...x.x
        Shortlisted xxxxxx...x.x
        Interview   xxxxxxx..x.x
        Visit       xxxxxxx..x.x
        Proposal    xxxxxxx..x.x
        Accepted    xxxxxx.xxx.x
        Papers      xxxxxxx.xx.x
        InPost      ............
        Refused     .x..........
        Withdrawn   ............
        Closed      .x..........
        """;

    private const string Person = """
        Received    ..........x.
        InReview    ..........x.
        Shortlisted ..........x.
        Interview   ..........x.
        Visit       ..........x.
        Proposal    ..........x.
        Accepted    ..........x.
        Papers      ..........x.
        InPost      ............
        Refused     ............
        Withdrawn   ............
        Closed      ............
        """;

    public static TheoryData<PipelineRole, string> Tables => new()
    {
        { PipelineRole.Recruiter, Staff },
        { PipelineRole.Mission, Staff.Replace("InPost      ............", "InPost      .......x....", StringComparison.Ordinal) },
        { PipelineRole.Person, Person },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_role_from_every_category_to_every_other_is_allowed_or_refused_as_the_table_says(PipelineRole role, string table)
    {
        var categories = Enum.GetValues<StageCategory>();
        var actual = string.Join('\n', categories.Select(from => $"{from,-11} "
            + string.Concat(categories.Select(to => PipelineRules.Allows(from, to, role) ? 'x' : '.'))));

        Assert.Equal(table.ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void Only_the_two_ends_that_a_recruiter_chooses_need_an_answer() =>
        Assert.Equal([StageCategory.Refused, StageCategory.Closed], Enum.GetValues<StageCategory>().Where(PipelineRules.NeedsAnswer));

    [Fact]
    public void Every_reason_has_a_label_and_a_text_that_thanks_the_person()
    {
        Assert.Equal(RefusalReasons.All.Count, RefusalReasons.All.Select(r => r.Label()).Distinct().Count());
        Assert.All(RefusalReasons.All, r => Assert.StartsWith("Merci", ProposedAnswers.For(r), StringComparison.Ordinal));
    }

    [Fact]
    public void An_untouched_answer_follows_the_reason_and_a_written_one_stays()
    {
        var proposed = ProposedAnswers.For(RefusalReason.OtherChosen);

        Assert.Equal(ProposedAnswers.For(RefusalReason.DatesDiffer), ProposedAnswers.Choose(RefusalReason.DatesDiffer, proposed.ReplaceLineEndings("\r\n")));
        Assert.Equal("Mes mots.", ProposedAnswers.Choose(RefusalReason.DatesDiffer, " Mes mots. "));
        Assert.Equal(proposed, ProposedAnswers.Choose(null, proposed));
    }
}
