using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Audit;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Documents;
using Dites32.Tests.Offers;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Audit;

/// <summary>Who read which personal file, and what for.</summary>
public sealed class ReadTraceTests : PipelineTest
{
    [Fact]
    public async Task Opening_an_application_is_written_down_with_who_which_and_what_for()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));

        Assert.Null((await SendAsync(site.Recruiter, new GetCard(card))).Error);

        var trace = Assert.Single(await ReadingsAsync());
        Assert.Equal(
            (nameof(GetCard), nameof(ActorKind.Account), site.Recruiter.AccountId, nameof(SubjectKind.Application), card, nameof(ReadingPurpose.Recruiting)),
            (trace.Action, trace.ActorKind, trace.AccountId, trace.SubjectKind, trace.SubjectId!.Value, trace.Purpose));
    }

    [Fact]
    public async Task Each_file_that_is_read_leaves_its_trace()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var candidate = await InDatabaseAsync(db => db.Applications.Where(a => a.Id == card).Select(a => a.CandidateId).SingleAsync(Stop));
        await SendAsync(Actor.Anonymous, new AskQuestion(Guid.CreateVersion7(), offer.Number, "Lou Martin", "lou@example.org", "Y a-t-il un jardin ?", IsRobot: false));
        var question = await InDatabaseAsync(db => db.OfferQuestions.Select(q => q.Id).SingleAsync(Stop));
        var (admin, somebody) = (await SomeoneAsync(Role.Administrator), (await SomeoneAsync(Role.Candidate)).RequiredAccountId);

        await ReadAsync(site.Recruiter, new PreviewMove(card, await StageAsync(offer.Id, StageCategory.InReview), null, null));
        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.InReview)).Error);
        await ReadAsync(site.Recruiter, new GetWaitingMove(card));
        await ReadAsync(site.Recruiter, new GetTwins(candidate));
        await ReadAsync(site.Recruiter, new ViewQuestion(question));
        await ReadAsync(admin, new GetAccount(somebody));
        await ReadAsync(admin, new ListSessionsOf(somebody));

        Assert.Equal(
            [
                (nameof(PreviewMove), nameof(SubjectKind.Application), card, nameof(ReadingPurpose.Recruiting)),
                (nameof(GetWaitingMove), nameof(SubjectKind.Application), card, nameof(ReadingPurpose.Recruiting)),
                (nameof(GetTwins), nameof(SubjectKind.Candidate), candidate, nameof(ReadingPurpose.MergingFiles)),
                (nameof(ViewQuestion), nameof(SubjectKind.Question), question, nameof(ReadingPurpose.AnsweringQuestion)),
                (nameof(GetAccount), nameof(SubjectKind.Account), somebody, nameof(ReadingPurpose.ManagingAccounts)),
                (nameof(ListSessionsOf), nameof(SubjectKind.Account), somebody, nameof(ReadingPurpose.ManagingAccounts)),
            ],
            (await ReadingsAsync()).Select(t => (t.Action, t.SubjectKind, t.SubjectId!.Value, t.Purpose)));
    }

    [Fact]
    public async Task What_is_refused_or_not_found_leaves_none()
    {
        var (site, other) = (await this.SiteAsync(), await this.SiteAsync());
        var card = await ApplyAsync(await this.OfferAsync(site));

        Assert.Equal(ErrorKind.NotFound, (await SendAsync(other.Recruiter, new GetCard(card))).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await SendAsync(site.Recruiter, new GetCard(Guid.NewGuid()))).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await SendAsync(await SomeoneAsync(Role.Candidate), new GetCard(card))).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await SendAsync(site.Recruiter, new GetAccount(site.Recruiter.RequiredAccountId))).Error?.Kind);

        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task Without_its_trace_a_file_is_not_shown()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        using var recruiter = App.ClientFor(site.Recruiter);
        await RunAsOwnerAsync("REVOKE INSERT ON audit_entry FROM app");

        await Assert.ThrowsAsync<DbUpdateException>(() => SendAsync(site.Recruiter, new GetCard(card)));
        using var answer = await recruiter.GetAsync($"/recruteur/candidatures/{card}", Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("Alix", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_reads_their_own_pages_without_trace_and_a_document_with_one()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        var person = await PersonAsync(card);
        var document = await AddDocumentAsync(card);

        Assert.Null((await SendAsync(person, new GetFollowUp(card))).Error);
        Assert.Empty(await ReadingsAsync());

        var store = Services.GetRequiredService<DocumentStore>();
        Assert.Null((await store.OpenAsync(person, card, document, isOwner: true, isDevelopment: true, Stop)).Error);
        Assert.Null((await store.OpenAsync(site.Recruiter, card, document, isOwner: false, isDevelopment: true, Stop)).Error);
        Assert.Equal(
            [(nameof(ActorKind.LinkHolder), document, nameof(ReadingPurpose.OwnFile)), (nameof(ActorKind.Account), document, nameof(ReadingPurpose.Recruiting))],
            (await ReadingsAsync()).Select(t => (t.ActorKind, t.SubjectId!.Value, t.Purpose)));
    }

    private async Task ReadAsync<T>(Actor actor, IRequest<Result<T>> query) => Assert.Null((await SendAsync(actor, query)).Error?.Code);

    private async Task<Guid> AddDocumentAsync(Guid owner)
    {
        var added = await Services.GetRequiredService<DocumentStore>().AddAsync(Actor.Anonymous, owner, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Stop);
        return added.Value.Id;
    }

    private Task<List<AuditEntry>> ReadingsAsync() => InDatabaseAsync(db =>
        db.AuditEntries.AsNoTracking().Where(e => e.Purpose != null).OrderBy(e => e.Id).ToListAsync(Stop));
}
