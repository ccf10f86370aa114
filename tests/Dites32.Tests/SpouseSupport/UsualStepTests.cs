using System.Net;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

public sealed class UsualStepTests : SpouseTest
{
    [Fact]
    public async Task What_the_team_has_written_is_proposed_from_then_on_and_never_for_a_day_without_work()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync("avant@example.org");
        Assert.Null((await SendAsync(caseworker, new WriteUsualSteps([Step(SpouseCaseState.Consent, "Écrire un mot", "5"), Step(SpouseCaseState.Interview, "Se voir à Auch", "4")]))).Error);
        Assert.Null((await SendAsync(caseworker, new WriteUsualSteps([Step(SpouseCaseState.Interview, "Se voir", "4")]))).Error);
        await InSpaceAsync();

        var file = (await SendAsync(caseworker, new GetSpouseCase((await FileAsync()).Id))).Value;
        Assert.Equal(("Écrire un mot", new DateOnly(2026, 3, 9)), (file.NextStep, file.NextStepOn!.Value)); // Saturday 7, so Monday
        Assert.Equal(("Se voir", new DateOnly(2026, 3, 6)), file.UsualSteps[SpouseCaseState.Interview]);
        Assert.Equal("Premier appel", (await FileAsync("avant@example.org")).NextStep);
    }

    [Fact]
    public async Task A_wrong_number_of_days_is_said_beside_its_field_and_nothing_is_written()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        var answer = await caseworker.SubmitAsync("/accompagnement/modeles", "modeles", ("Input.Steps[0].Days", "bientôt"), ("Input.Steps[1].Text", "Autre <mot>"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Écrivez un nombre de jours, de 0 à 365.", page.Text(".field .error"));
        Assert.Equal("Autre <mot>", page.QuerySelector("#Steps-1-Text")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await caseworker.SubmitAsync("/accompagnement/modeles", "modeles", ("Input.Steps[1].Text", "Autre <mot>"))).StatusCode);
        Assert.Equal("Autre <mot>", (await caseworker.GetPageAsync("/accompagnement/modeles")).QuerySelector("#Steps-1-Text")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sent_twice_at_once_the_first_models_are_written_once()
    {
        var caseworker = await CaseworkerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(caseworker, new WriteUsualSteps([Step(SpouseCaseState.Consent, "Appeler", "2")]))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal("page-too-old", (await SendAsync(caseworker, new WriteUsualSteps([Step(SpouseCaseState.Consent, "a", "1"), Step(SpouseCaseState.Consent, "b", "2")]))).Error?.Code);
    }

    [Fact]
    public async Task Nothing_is_written_for_the_end_for_what_comes_before_the_consent_or_for_an_unknown_state()
    {
        var caseworker = await CaseworkerAsync();
        foreach (var state in new[] { "Closed", "Contact", "2", "Nowhere", null })
        {
            Assert.Equal("page-too-old", (await SendAsync(caseworker, new WriteUsualSteps([new UsualStepRow { State = state, Text = "x", Days = "1" }]))).Error?.Code);
        }
    }

    private static UsualStepRow Step(SpouseCaseState state, string text, string days) => new() { State = state.ToString(), Text = text, Days = days };
}
