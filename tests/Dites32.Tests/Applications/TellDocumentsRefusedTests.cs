using Dites32.Core.Applications;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Applications;

/// <summary>A file came while the antivirus was away, and is refused when it comes back.</summary>
public sealed class TellDocumentsRefusedTests : PipelineTest
{
    private readonly int port = ClamdServer.FreePort();

    protected override Dictionary<string, string?> Settings() => new(base.Settings())
    {
        ["Clamd:Host"] = "127.0.0.1",
        ["Clamd:Port"] = port.ToString(),
    };

    [Fact]
    public async Task The_person_is_asked_once_for_another_file_with_a_link_to_send_it_by()
    {
        var application = await ApplyAsync(await this.OfferAsync());
        await JoinAsync(application, SampleFiles.Docx(("word/media/image1.png", ClamdServer.Eicar)));
        await JoinAsync(application, SampleFiles.Docx(("word/media/image2.png", ClamdServer.Eicar)));
        await JoinAsync(application, SampleFiles.Pdf());

        await using var clamd = await ClamdServer.StartAsync(port);
        await ScanAsync();
        await ScanAsync();

        var mail = Assert.Single(await RefusedMailsAsync());
        Assert.Equal(application, mail.AboutId);
        Assert.Equal("personne0@exemple.fr", mail.ToAddress);
        await using var scope = Services.CreateAsyncScope();
        var body = await scope.ServiceProvider.GetRequiredService<Outbox>().ReadBodyAsync(mail.Id, Stop);
        var secret = body!.Split("/suivi/")[1].Split('\n')[0].Trim();
        Assert.Equal(application, (await SendAsync(Actor.Anonymous, new OpenPersonalLink(secret))).Value.ApplicationId);
    }

    [Fact]
    public async Task A_refused_document_can_be_replaced_even_where_there_were_as_many_as_one_may_join()
    {
        var application = await ApplyAsync(await this.OfferAsync());
        await JoinAsync(application, SampleFiles.Docx(("word/media/image1.png", ClamdServer.Eicar)));
        for (var i = 1; i < DocumentLimits.MaxPerOwner; i++)
        {
            await JoinAsync(application, SampleFiles.Docx(("word/media/image1.png", SampleFiles.Noise(1_000 + i))));
        }

        Assert.Equal("document-too-many", (await AddAsync(application, SampleFiles.Pdf())).Error?.Code);
        await using var clamd = await ClamdServer.StartAsync(port);
        await ScanAsync();

        Assert.Null((await AddAsync(application, SampleFiles.Pdf())).Error);
    }

    [Fact]
    public async Task Nobody_is_written_to_about_a_draft_or_an_application_that_is_over()
    {
        var withdrawn = await ApplyAsync(await this.OfferAsync());
        await JoinAsync(withdrawn, SampleFiles.Docx(("word/media/image1.png", ClamdServer.Eicar)));
        Assert.Null((await SendAsync(await PersonAsync(withdrawn), new WithdrawApplication(withdrawn))).Error);
        await JoinAsync(Guid.NewGuid(), SampleFiles.Docx(("word/media/image1.png", ClamdServer.Eicar)));

        await using var clamd = await ClamdServer.StartAsync(port);
        await ScanAsync();

        Assert.Equal(2, await InDatabaseAsync(db => db.Documents.CountAsync(d => d.Verdict == DocumentVerdict.Refused, Stop)));
        Assert.Empty(await RefusedMailsAsync());
    }

    private Task<Result<DocumentSummary>> AddAsync(Guid ownerId, byte[] file) =>
        Services.GetRequiredService<DocumentStore>().AddAsync(Actor.Anonymous, ownerId, "cv", new MemoryStream(file), Stop);

    private async Task JoinAsync(Guid ownerId, byte[] file) => Assert.Null((await AddAsync(ownerId, file)).Error);

    private async Task ScanAsync() => Assert.Null((await SendAsync(Actor.System, new ScanWaitingDocuments())).Error);

    private Task<List<OutboxEmail>> RefusedMailsAsync() => InDatabaseAsync(db =>
        db.OutboxEmails.Where(m => m.Kind == ApplicationEmails.DocumentsRefusedKind).ToListAsync(Stop));
}
