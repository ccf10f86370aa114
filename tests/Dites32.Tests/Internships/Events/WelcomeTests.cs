using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Events;

/// <summary>The welcome mail: seen, then sent once to each intern, who learns that their file is kept.</summary>
public sealed class WelcomeTests : InternLifeTest
{
    [Fact]
    public async Task Two_coordinators_who_press_several_times_write_one_mail_to_each_intern()
    {
        var interns = await InternsAsync(3);
        var second = await SomeoneAsync(Role.InternshipCoordinator);
        var command = await SeenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SendAsync(i % 2 == 0 ? Coordinator : second, command)));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(3, answers.Sum(a => a.Value));
        foreach (var intern in interns)
        {
            Assert.Single(await MailsToAsync(intern, WelcomeMails.Kind));
        }

        Assert.Equal(3, await InDatabaseAsync(db => db.Interns.CountAsync(i => i.ToldAt == Clock.Now, Stop)));
        Assert.Null((await SendAsync(Actor.System, new TellInterns())).Error);
    }

    [Fact]
    public async Task The_mail_is_the_one_that_was_previewed_and_says_what_the_law_asks_for()
    {
        var intern = await InternWithAccountAsync("Léa du Bois");
        var command = await SeenAsync("Bonjour {prenom} ({nom}), bienvenue à {terrain}. {contact}");
        var preview = (await SendAsync(Coordinator, new GetWelcome(Summer, intern.Id))).Value.Preview!;
        Assert.Equal(1, await DoAsync(command));

        var (row, content) = Assert.Single(await MailsToAsync(intern, WelcomeMails.Kind));
        static string Until(string body) => body[..body.IndexOf("Ne plus recevoir", StringComparison.Ordinal)];
        Assert.DoesNotContain("jeton", preview.Body, StringComparison.Ordinal); // the link is for the intern's eyes
        Assert.Equal((preview.Subject, Until(preview.Body)), (row.Subject, Until(content.Text)));
        Assert.StartsWith("Bonjour Léa (du Bois), bienvenue à Cabinet des Tilleuls. La mission Dites32", content.Text, StringComparison.Ordinal);
        Assert.All(
            ["https://dites32.example/donnees-personnelles", "https://dites32.example/mon-internat", intern.Email, "vous opposer", "liste des affectations", "CNIL"],
            words => Assert.Contains(words, content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_newcomers_receive_it_later_and_neither_those_elsewhere_nor_those_who_stopped_the_mails()
    {
        var (first, stopped, away) = (await InternWithAccountAsync("Ari Un"), await InternWithAccountAsync("Bo Deux"), await InternAsync("Cam Trois"));
        await DoAsync(new AssignIntern(Guid.NewGuid(), away, Summer, AssignmentKind.Elsewhere, null, TrainingSlot.Emergency, IsInExcess: false, "CHU"));
        await InDatabaseAsync(async db =>
        {
            (await db.Interns.SingleAsync(i => i.Id == stopped.Id, Stop)).StopContact(Clock.Now);
            return await db.SaveChangesAsync(Stop);
        });
        var command = await SeenAsync();
        Assert.Equal([first.Id], command.SeenIds);
        var newcomer = await InternWithAccountAsync("Dana Quatre"); // arrives after the list was seen
        Assert.Equal(1, await DoAsync(command));
        Assert.Empty(await MailsToAsync(newcomer, ""));

        Assert.Equal(1, await DoAsync(await SeenAsync()));
        Assert.Single(await MailsToAsync(newcomer, WelcomeMails.Kind));
        Assert.Single(await MailsToAsync(first, WelcomeMails.Kind));
        Assert.Empty(await MailsToAsync(stopped, ""));
    }

    [Fact]
    public async Task A_text_that_was_changed_meanwhile_is_not_sent_and_a_misspelt_place_is_refused()
    {
        await InternWithAccountAsync();
        Assert.Equal("welcome.not-written", (await SendAsync(Coordinator, new SendWelcome(Summer, 0, []))).Error?.Code);
        Assert.Equal(WelcomeTemplate.Proposed, (await SendAsync(Coordinator, new GetWelcome(Summer, null))).Value.Text);
        var seen = await SeenAsync();
        await DoAsync(new WriteWelcome(Summer, seen.Version, "Un autre texte"));

        Assert.Equal("changed-meanwhile", (await SendAsync(Coordinator, seen)).Error?.Code);
        Assert.Equal("changed-meanwhile", (await SendAsync(Coordinator, new WriteWelcome(Summer, seen.Version, "Un troisième"))).Error?.Code);
        var refused = await SendAsync(Coordinator, new WriteWelcome(Summer, 0, "Bonjour {prénom}"));
        Assert.Contains("{prénom}", refused.Error!.Fields!["Text"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_nobody_has_told_for_a_week_is_told_once()
    {
        var interns = await InternsAsync(2);
        Assert.Equal(2, await DoAsync(await SeenAsync()));
        var late = await InternWithAccountAsync("Lou Tard");
        await SendAsync(Actor.System, new TellInterns());
        Assert.Empty(await MailsToAsync(late, ""));

        Clock.Advance(TimeSpan.FromDays(8));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(Actor.System, new TellInterns())));

        var (_, content) = Assert.Single(await MailsToAsync(late, WelcomeMails.NoticeKind));
        Assert.Contains("https://dites32.example/donnees-personnelles", content.Text, StringComparison.Ordinal);
        Assert.Empty(await MailsToAsync(interns[0], WelcomeMails.NoticeKind));
    }

    /// <summary>The text is written, and what will be sent has been looked at.</summary>
    private async Task<SendWelcome> SeenAsync(string? text = null)
    {
        var before = (await SendAsync(Coordinator, new GetWelcome(Summer, null))).Value;
        await DoAsync(new WriteWelcome(Summer, before.Version, text ?? before.Text));
        var seen = (await SendAsync(Coordinator, new GetWelcome(Summer, null))).Value;
        return new SendWelcome(Summer, seen.Version, [.. seen.Recipients.Select(r => r.Id)]);
    }
}
