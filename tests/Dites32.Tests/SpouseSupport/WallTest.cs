using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>A partner's file full of canaries: words that nothing outside the wall may ever show.</summary>
public abstract class WallTest : SpouseTest
{
    protected const string Canary = "cnwallx";

    private static readonly SpouseForm Canaries = new()
    {
        Name = $"{Canary} nom",
        Phone = "0699887766",
        Couple = nameof(Couple.Pacs),
        DoctorName = $"{Canary} médecin",
        Profession = $"{Canary} métier",
        Project = nameof(SpouseProject.OwnBusiness),
        Commune = "Auch (32000)",
        Message = $"{Canary} message",
    };

    /// <summary>A file with something in every field: a note, a move, a document, a task, a meeting, a lead.</summary>
    protected async Task<(Guid Id, Actor Spouse, Actor Doctor)> FullFileAsync()
    {
        var caseworker = await CaseworkerAsync();
        var spouse = await InSpaceAsync(form: Canaries);
        var id = (await FileAsync()).Id;
        Assert.Null((await SendAsync(caseworker, new AddSpouseNote(id, Guid.NewGuid(), $"{Canary} note", true))).Error);
        Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(id, await VersionAsync(), SpouseCaseState.Interview, $"{Canary} étape", "2026-03-12"))).Error);
        var (doctor, _, _) = await CoupleAsync(spouse, $"{Canary} mot");
        var document = SampleFiles.Pdf(info: $"{Canary} document");
        Assert.Null((await Services.GetRequiredService<SpouseDocumentStore>().AddAsync(spouse, id, $"{Canary} cv.pdf", new MemoryStream(document), Stop)).Error);
        Assert.Null((await SendAsync(caseworker, new SetSpouseTrade(id, "N4999"))).Error);
        Assert.Null((await SendAsync(caseworker, new AddJobEmployer(id, new JobEmployerForm { Name = $"{Canary} employeur", Commune = "Auch", ContactName = $"{Canary} contact" }))).Error);
        Assert.Null((await SendAsync(caseworker, new AddEmployerTalk(id, id, "2026-03-01", TalkWay.Visit, $"{Canary} échange"))).Error);
        Assert.Null((await SendAsync(caseworker, new ReceiveJobFile(id, $"{Canary}.csv", "employeur;commune\ncnwallx import;Auch\n"u8.ToArray()))).Error);
        Assert.Null((await SendAsync(caseworker, new AddSpouseTask(id, Guid.NewGuid(), $"{Canary} tâche", "2026-03-12", caseworker.RequiredAccountId))).Error);
        Assert.Null((await SendAsync(caseworker, new SetSpouseMeeting(id, Guid.NewGuid(), new MeetingForm
        {
            Day = "2026-03-12",
            Hour = "09:30",
            Minutes = "30",
            Way = nameof(MeetingWay.InPerson),
            Place = $"{Canary} lieu",
            OwnerId = caseworker.AccountId.ToString(),
        }))).Error);
        return (id, spouse, doctor);
    }
}
