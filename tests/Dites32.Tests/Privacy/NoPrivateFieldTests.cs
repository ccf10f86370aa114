using System.Text.RegularExpressions;
using Dites32.Core.Applications;
using Dites32.Tests.Infrastructure;
using MediatR;

namespace Dites32.Tests.Privacy;

/// <summary>Nothing asks for what must play no part in a recruitment, and nothing puts people in an order of merit.</summary>
public sealed partial class NoPrivateFieldTests : CoreTest
{
    private static readonly string[] Forbidden =
    [
        "Sex", "Gender", "Civility", "Salutation", "Age", "Birth", "Birthday", "Birthdate", "Born", "Nationality", "Citizenship", "Ethnicity", "Religion",
        "Marital", "Married", "Children", "Pregnant", "Disability", "Nir", "Iban",
    ];

    /// <summary>Photos of places are described and belong to offers; no person has one.</summary>
    private static readonly string[] OfPeople = ["Photo", "Portrait", "Picture", "Avatar", "Face"];

    private static readonly string[] FeaturesAboutPeople = ["Accounts", "Candidates", "Applications"];

    private static readonly Type[] Types = [.. typeof(Core.DependencyInjection).Assembly.GetTypes().Concat(typeof(Web.Shared.Layout.PageTraits).Assembly.GetTypes())
        .Where(t => t.Namespace?.StartsWith("Dites32.", StringComparison.Ordinal) == true && !t.Name.StartsWith('<'))];

    [Fact]
    public async Task No_table_has_a_column_for_it()
    {
        var columns = await InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Select(p => (Owner: e.ClrType, p.Name))).ToList()));

        Assert.True(columns.Count > 200);
        Assert.DoesNotContain(columns, c => Names(c.Owner, c.Name));
    }

    [Fact]
    public void No_request_answer_or_form_has_a_field_for_it()
    {
        var fields = Types.SelectMany(t => t.GetProperties().Select(p => (Owner: t, p.Name))).ToList();

        Assert.Contains(Types, t => t.IsAssignableTo(typeof(IBaseRequest)));
        Assert.True(fields.Count > 1000);
        Assert.DoesNotContain(fields, f => Names(f.Owner, f.Name));
    }

    [Theory, InlineData("BirthDate"), InlineData("CandidateAge"), InlineData("Sex"), InlineData("Nationality")]
    public void Such_a_field_would_be_found(string name) => Assert.True(Names(typeof(Application), name));

    [Theory, InlineData("Page"), InlineData("Stage"), InlineData("MessageAge2"), InlineData("Average")]
    public void A_word_that_holds_another_is_left_alone(string name) => Assert.Equal(name == "MessageAge2", Names(typeof(Application), name));

    [Fact]
    public void A_photo_of_a_person_would_be_found_and_that_of_an_offer_is_left_alone()
    {
        Assert.True(Names(typeof(Application), "Photo"));
        Assert.False(Names(typeof(Core.Offers.AddPhoto), "Photo"));
    }

    [Fact]
    public void Applications_are_listed_by_dates_and_names_only_and_nothing_scores_them()
    {
        Assert.Equal(["Oldest", "Newest", "DueFirst", "Name"], Enum.GetNames<ApplicationSort>());
        Assert.DoesNotContain(Types.Where(IsAboutPeople).SelectMany(t => t.GetProperties().Select(p => p.Name).Append(t.Name)),
            name => WordsOf(name).Intersect(["Score", "Rank", "Ranking", "Rating", "Grade", "Merit"]).Any());
    }

    private static bool Names(Type owner, string property) =>
        WordsOf(property).Intersect(IsAboutPeople(owner) ? [.. Forbidden, .. OfPeople] : Forbidden).Any();

    private static bool IsAboutPeople(Type type) =>
        FeaturesAboutPeople.Any(feature => type.Namespace?.Split('.').Contains(feature) == true);

    private static IEnumerable<string> WordsOf(string name) => Word().Matches(name).Select(m => m.Value);

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();
}
