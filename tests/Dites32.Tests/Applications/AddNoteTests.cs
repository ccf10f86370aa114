using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class AddNoteTests : PipelineTest
{
    private const string About = "Son mari travaille à Auch.";

    [Fact]
    public async Task A_note_about_private_matters_is_kept_only_once_its_author_has_confirmed_it()
    {
        var (site, application) = await ApplicationAsync();

        var refused = (await SendAsync(site.Recruiter, new AddNote(application, Guid.NewGuid(), About))).Error!;
        Assert.Equal(AddNote.PrivateWordsCode, refused.Code);
        Assert.Contains("la famille («\u00a0mari\u00a0»)", refused.Fields!["Text"][0], StringComparison.Ordinal);
        Assert.Equal(0, await NotesAsync());

        Assert.Null((await SendAsync(site.Recruiter, new AddNote(application, Guid.NewGuid(), About, IsConfirmed: true))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new AddNote(application, Guid.NewGuid(), "Médecin de famille, à rappeler."))).Error);
        Assert.Equal(2, await NotesAsync());
    }

    [Fact]
    public async Task A_confirmation_opens_nothing_that_was_closed()
    {
        var (_, application) = await ApplicationAsync();
        var stranger = (await this.SiteAsync()).Recruiter;

        Assert.Equal("application.not-found", (await SendAsync(stranger, new AddNote(application, Guid.NewGuid(), About, IsConfirmed: true))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(await PersonAsync(application), new AddNote(application, Guid.NewGuid(), About, IsConfirmed: true))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new AddNote(application, Guid.NewGuid(), About, IsConfirmed: true))).Error?.Code);
        Assert.Equal(0, await NotesAsync());
    }

    [Fact]
    public async Task The_page_shows_the_words_keeps_the_text_and_asks_to_confirm_it()
    {
        var (site, application) = await ApplicationAsync();
        using var client = App.ClientFor(site.Recruiter);
        var path = $"/recruteur/candidatures/{application}";
        Assert.Null((await client.GetPageAsync(path)).QuerySelector("input[name='Input.NoteIsConfirmed']"));

        var warned = await (await client.SubmitAsync(path, "noter", ("Input.Note", About))).ReadPageAsync();

        Assert.Contains("mari", warned.Text("#noter .error"), StringComparison.Ordinal);
        Assert.Equal(About, warned.Text("#noter textarea"));
        using var unconfirmed = await client.SubmitAsync(warned, path, "noter");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, unconfirmed.StatusCode);
        using var confirmed = await client.SubmitAsync(warned, path, "noter", ("Input.NoteIsConfirmed", "true"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains(About, (await client.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);
    }

    private async Task<(SampleSite Site, Guid Application)> ApplicationAsync()
    {
        var site = await this.SiteAsync();
        return (site, await ApplyAsync(await this.OfferAsync(site)));
    }

    private Task<int> NotesAsync() => InDatabaseAsync(db => db.ApplicationNotes.CountAsync(Stop));
}
