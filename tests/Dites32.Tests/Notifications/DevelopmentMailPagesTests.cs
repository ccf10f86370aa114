using System.Net;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Notifications;

public sealed class DevelopmentMailPagesTests : WebTest
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"dites32-mail-{Guid.NewGuid():N}");

    [Fact]
    public async Task In_development_the_mails_of_the_folder_are_listed_and_their_links_can_be_followed()
    {
        await using var app = new WebApp(ConnectionString, Clock, "Development");
        await using var portal = Portal(app);
        var transport = portal.Services.GetRequiredService<IMailTransport>();
        var (older, newer) = (Guid.CreateVersion7(Clock.Now), Guid.CreateVersion7(Clock.Now.AddMinutes(1)));
        await transport.SendAsync(Mail(older) with { Subject = "Le premier" });
        await transport.SendAsync(Mail(newer));
        File.SetLastWriteTimeUtc(Path.Combine(folder, $"{older}.eml"), Clock.Now.UtcDateTime);
        using var visitor = portal.CreateClient();

        var list = await visitor.GetPageAsync("/dev/courriels");
        var mail = await visitor.GetPageAsync($"/dev/courriels/{newer}");

        Assert.Equal([Mail(newer).Subject, "Le premier"], list.QuerySelectorAll("tbody a").Select(a => a.TextContent));
        Assert.Equal(Mail(newer).Subject, mail.Text("h1"));
        Assert.Contains("Léa Dupré", mail.Text("dl"), StringComparison.Ordinal);
        Assert.Equal(Mail(newer).Body, mail.QuerySelector("pre")!.TextContent.Trim('\n'));
        Assert.Equal("https://dites32.example/suivi/abc", mail.QuerySelector("pre a")!.GetAttribute("href"));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder).Length);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dev/courriels/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Elsewhere_the_pages_do_not_exist(string environment, bool hasFolder)
    {
        await using var app = new WebApp(ConnectionString, Clock, environment);
        await using var portal = Portal(app, hasFolder ? folder : "");
        using var visitor = portal.CreateClient(new() { BaseAddress = new Uri(WebApp.PublicAddress) });

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/dev/courriels", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dev/courriels/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_a_folder_the_request_itself_says_not_found() =>
        Assert.Equal("mail-not-found", (await SendAsync(Actor.Anonymous, new ListDevelopmentMails())).Error?.Code);

    public override async ValueTask DisposeAsync()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private WebApplicationFactory<Program> Portal(WebApp app, string? mailFolder = null) =>
        app.WithWebHostBuilder(builder => builder.UseSetting("Mail:Folder", mailFolder ?? folder));

    private static OutgoingMail Mail(Guid id) => new(
        id, "lea@example.org", "Léa Dupré", "Votre candidature à Mirande, commune du Gers – bien reçue, merci à vous",
        "Bonjour,\n\n.Un point <b>et</b> un lien : https://dites32.example/suivi/abc.\n\nÀ bientôt", new ReplyTo("referent@example.org", "Zoé"));
}
