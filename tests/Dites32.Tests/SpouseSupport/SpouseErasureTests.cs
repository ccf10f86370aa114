using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What a partner had erased stays erased after a restore.</summary>
public sealed class SpouseErasureTests : SpouseTest
{
    [Fact]
    public async Task After_a_restore_the_journal_erases_again_and_writes_to_nobody()
    {
        var (spouse, id) = await WholeAsync();
        await InSpaceAsync("autre@example.org");
        var backup = await BackupAsync();
        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);
        var journal = (await SendAsync(Actor.System, new ListSpouseErasures())).Value;
        Assert.Equal([id], journal.Select(e => e.CaseId));

        await DatabaseTemplate.ReplaceAsync(ConnectionString, backup);
        Assert.Equal((1, 0), (await CountAsync("canariarestaurer"), (await SendAsync(Actor.System, new ReplaySpouseErasures())).Value));
        Assert.Equal(1, (await SendAsync(Actor.System, new ReplaySpouseErasures(journal))).Value);
        Assert.Equal(1, (await SendAsync(Actor.System, new ReplaySpouseErasures(journal))).Value);

        Assert.Equal(0, await CountAsync("canariarestaurer"));
        Assert.Equal(("autre@example.org", 0, 0), await BehindTheWallAsync(async db => (
            await db.Cases.Select(c => c.Email).SingleAsync(Stop), await db.Documents.CountAsync(Stop), await db.OutboxEmails.CountAsync(m => m.ToAddress == Email, Stop))));
        Assert.Equal(journal, (await SendAsync(Actor.System, new ListSpouseErasures())).Value);
        Assert.Equal(0, await BehindTheWallAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "spouse.erased", Stop)));
    }

    [Fact]
    public async Task One_file_carries_both_journals_and_each_goes_to_its_side()
    {
        var (spouse, id) = await WholeAsync();
        Assert.Null((await SendAsync(spouse, new EraseMySpouseCase())).Error);
        var portal = new ErasedSubject(ErasedKind.Draft, Guid.NewGuid(), Clock.Now);
        string[] lines = [.. ErasureFile.Write([portal]), .. SpouseErasureFile.Write((await SendAsync(Actor.System, new ListSpouseErasures())).Value)];

        Assert.Equal($"2026-03-02T09:00:00.0000000Z SpouseCase {id}", lines[1]);
        var (ours, theirs) = SpouseErasureFile.Read([.. lines, ""]);
        Assert.Equal([portal], ours);
        Assert.Equal([id], theirs.Select(e => e.CaseId));
        Assert.Equal("line 3 is no erasure: nonsense", Assert.Throws<InvalidDataException>(() => SpouseErasureFile.Read([.. lines, "nonsense"])).Message);
        Assert.Throws<InvalidDataException>(() => SpouseErasureFile.Read(["2026-03-02T09:00:00Z SpouseCase unknown"]));
    }

    [Fact]
    public async Task Only_the_operator_replays()
    {
        var caseworker = await CaseworkerAsync();
        Assert.Equal("forbidden", (await SendAsync(caseworker, new ReplaySpouseErasures())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(caseworker, new ListSpouseErasures())).Error?.Code);
    }

    private async Task<(Actor Spouse, Guid Id)> WholeAsync()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync(form: Form with { Message = "canariarestaurer" });
        var id = (await FileAsync()).Id;
        Assert.Null((await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), "canariarestaurer", Spoke: true))).Error);
        Assert.Null((await Services.GetRequiredService<SpouseDocumentStore>().AddAsync(spouse, id, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Stop)).Error);
        return (spouse, id);
    }

    private Task<string> BackupAsync() => DatabaseTemplate.CopyAsync(ConnectionString);

    private Task<int> CountAsync(string text) => BehindTheWallAsync(db => db.Cases.CountAsync(c => c.Message == text, Stop));
}
