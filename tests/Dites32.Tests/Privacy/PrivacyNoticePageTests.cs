using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;

namespace Dites32.Tests.Privacy;

public sealed class PrivacyNoticePageTests : WebTest
{
    [Fact]
    public async Task The_notice_says_why_what_how_long_who_reads_and_whom_to_ask()
    {
        var page = await Visitor().GetPageAsync("/donnees-personnelles");
        var text = page.Text("main");

        Assert.All(PersonalData.Current.Purposes.Values, p =>
            Assert.All([p.Title, p.WhatFor, p.Basis, p.Recipients, p.Retention], said =>
                Assert.Contains(string.Join(' ', said.Split((char[]?)null)), text, StringComparison.Ordinal)));
        Assert.All(PersonalData.Current.Tables.Values.Where(t => t.IsPersonal), t => Assert.Contains(t.Title, text, StringComparison.Ordinal));
        Assert.Contains("Le Département du Gers", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='mailto:dites32@gers.example']"));
        Assert.NotNull(page.QuerySelector("main a[href='https://www.cnil.fr/fr/plaintes']"));
        Assert.Equal(NoticeVersion.Current.ForMachines(), page.QuerySelector("main time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Every_form_that_asks_for_personal_data_says_which_notice_it_goes_by_and_leads_to_it()
    {
        var offer = await this.OfferAsync();
        var path = $"/offres/{offer.Reference}/{offer.Slug}";
        foreach (var form in new[] { "/candidature-spontanee", $"{path}/candidater", $"{path}/question", "/inscription" })
        {
            var line = (await Visitor().GetPageAsync(form)).QuerySelector("form [data-notice]");

            Assert.Equal(NoticeVersion.Current.ForMachines(), line?.GetAttribute("data-notice"));
            Assert.NotNull(line!.QuerySelector("a[href='/donnees-personnelles']"));
        }
    }
}
