using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Candidates.AnnuaireSante;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Applications;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Privacy;

/// <summary>
/// Somebody about whom the portal knows all it can: an account, an application to an offer with documents and notes, a
/// spontaneous one that was refused, a draft, a question, and mails in every state.
/// </summary>
/// <param name="Holder">The browser that has opened the follow-up link of the application to an offer.</param>
internal sealed record WholePerson(Actor Account, string Address, Guid ApplicationId, Guid RefusedId, Guid DraftId, Actor Holder, SampleSite Site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="file">A PDF, joined to the application to an offer.</param>
    /// <param name="recruits">Also a recruiter with offers and an absence: such an account is not erased.</param>
    public static async Task<WholePerson> CreateAsync(CoreTest test, string address, byte[] file, bool recruits = false)
    {
        var site = await test.SiteAsync();
        var account = AccountFactory.Create(address, "Dr Nadia Zelandieu", "trois oies dans le pré");
        account.ConfirmRpps("10003456780", RppsSource.ProSanteConnect, test.Clock.Now);
        await test.SaveAsync([account, .. AccountFactory.Roles(account, [Role.Candidate])]);
        var actor = Actor.Account(account.Id, [Role.Candidate]);
        var offer = await test.OfferAsync(site);

        var application = await test.ApplyAsync(offer, address, "Nadia Zelandieu", "10003456780");
        await test.InDatabaseAsync(async db =>
        {
            (await db.Candidates.SingleAsync(c => c.Id == application.CandidateId, Stop)).VerifyRpps("10003456780", RppsSource.ProSanteConnect, test.Clock.Now);
            return await db.SaveChangesAsync(Stop);
        });
        var holder = await test.HolderAsync(application.Id);
        await test.JoinAsync(holder, application.Id, file);
        await MustAsync(test.SendAsync(holder, new ConfirmAddress(application.Id)));
        await MustAsync(test.SendAsync(actor.Holding(holder.LinkIds), new JoinApplication(application.Id)));
        await MustAsync(test.SendAsync(site.Recruiter, new AddNote(application.Id, Guid.NewGuid(), "À rappeler lundi.")));
        var refused = await test.RefusedAsync(address, application);
        var (draftId, draftHolder) = await test.DraftAsync(null, address);
        await test.JoinAsync(draftHolder, draftId, SampleFiles.Pdf(info: "Lettre"));
        await MustAsync(test.SendAsync(Actor.Anonymous, new AskQuestion(Guid.NewGuid(), offer.Number, "Nadia Zelandieu", address, "Y a-t-il un logement ?", false)));
        var question = await test.InDatabaseAsync(db => db.OfferQuestions.Where(q => q.Email == address).Select(q => q.Id).SingleAsync(Stop));
        await MustAsync(test.SendAsync(site.Recruiter, new AnswerQuestion(question, "Oui, à deux pas.")));

        await test.InDatabaseAsync(async db =>
        {
            (await db.Candidates.SingleAsync(c => c.Id == application.CandidateId, Stop)).NoteDirectory(DirectoryAnswer.SameName, test.Clock.Now);
            return await db.SaveChangesAsync(Stop);
        });
        await test.SaveAsync(OfIdentity(account, test.Clock.Now));
        await MustAsync(test.SendAsync(actor, new ChangeDisplayName("Dr Nadia Zelandieu-Lafitte")));
        if (recruits)
        {
            await test.OfferAsync(site with { Recruiter = actor }, new SampleOffer { ContactPhone = "0562010203" });
            await test.SaveAsync(
                SiteMembership.Of(account.Id, site.Site.Id, test.Clock.Now),
                new Absence(account.Id, site.RecruiterId, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 8)));
            var other = await test.ApplyAsync(offer, "autre@example.org", "Autre Candidat");
            Assert.Null((await test.SendAsync(Actor.Account(account.Id, [Role.SiteRecruiter]), new GetCard(other.Id))).Error);
        }

        await test.AddInternAsync(address, recruits ? account.Id : null);
        await test.MailsInEveryStateAsync(address);
        return new WholePerson(actor, address, application.Id, refused, draftId, holder, site);
    }

    private static object[] OfIdentity(Account account, DateTimeOffset now) =>
    [
        AccountSession.Open(account, SessionProof.Password, "Firefox, Linux", now),
        SecondFactor.For(account.Id, "secret", 12, now),
        RecoveryCode.Of(account.Id, RecoveryCode.Draw()),
        new IdentityUserPasskey<Guid>
        {
            UserId = account.Id,
            CredentialId = Guid.NewGuid().ToByteArray(),
            Data = new IdentityPasskeyData { Name = "Téléphone", PublicKey = [1], AttestationObject = [2], ClientDataJson = [3], Transports = ["internal"], CreatedAt = now },
        },
        new IdentityUserClaim<Guid> { UserId = account.Id, ClaimType = "nature", ClaimValue = "valeur" },
        new IdentityUserLogin<Guid> { UserId = account.Id, LoginProvider = "ailleurs", ProviderKey = Guid.NewGuid().ToString(), ProviderDisplayName = "Ailleurs" },
        new IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "ailleurs", Name = "jeton", Value = "secret" },
    ];

    private static async Task MustAsync(Task<Result> sent) => Assert.Null((await sent).Error);
}

internal static class WholePersonSteps
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A document that the antivirus has let through.</summary>
    public static async Task JoinAsync(this CoreTest test, Actor holder, Guid owner, byte[] file)
    {
        var added = await test.Services.GetRequiredService<DocumentStore>().AddAsync(holder, owner, "cv.pdf", new MemoryStream(file), Stop);
        await test.InDatabaseAsync(db => db.Documents.Where(d => d.Id == added.Value.Id).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Verdict, DocumentVerdict.Clean).SetProperty(d => d.VerdictAt, test.Clock.Now), Stop));
    }

    /// <summary>A spontaneous application that the mission has refused and linked with the other one.</summary>
    public static async Task<Guid> RefusedAsync(this CoreTest test, string address, Application other)
    {
        var application = await test.ApplyAsync(null, address, "Nadia Zelandieu");
        var mission = Core.Accounts.Account.Confirmed($"{Guid.NewGuid():N}@example.org", "La mission", passwordHash: null);
        await test.SaveAsync([mission, .. AccountFactory.Roles(mission, [Role.Dites32Recruiter])]);
        var actor = Actor.Account(mission.Id, [Role.Dites32Recruiter]);
        var (stage, version) = await test.InDatabaseAsync(async db => (
            await db.Stages.SingleAsync(s => s.OfferId == null && s.Category == StageCategory.Refused, Stop),
            await db.Applications.Where(a => a.Id == application.Id).Select(a => EF.Property<uint>(a, "Version")).SingleAsync(Stop)));
        Assert.Null((await test.SendAsync(actor, new MoveApplication(application.Id, stage.Id, version, RefusalReason.DatesDiffer, "Les dates ne conviennent pas."))).Error);
        Assert.Null((await test.SendAsync(actor, new LinkCandidates(application.CandidateId, other.CandidateId))).Error);
        return application.Id;
    }

    /// <summary>One that has left, one given up, one taken back; the others wait.</summary>
    public static Task MailsInEveryStateAsync(this CoreTest test, string address) => test.InDatabaseAsync(async db =>
    {
        var ids = await db.OutboxEmails.Where(e => e.ToAddress == address && e.CancelledAt == null).OrderBy(e => e.Id).Select(e => e.Id).Take(3).ToListAsync(Stop);
        var (sent, dead, back) = (ids[0], ids[1], ids[2]);
        await db.Database.ExecuteSqlAsync($"UPDATE outbox_email SET attempts = 1, sent_at = {test.Clock.Now}, protected_body = NULL WHERE id = {sent}", Stop);
        await db.Database.ExecuteSqlAsync($"UPDATE outbox_email SET attempts = 1, dead_at = {test.Clock.Now}, failure = '550', protected_body = NULL WHERE id = {dead}", Stop);
        return await db.Database.ExecuteSqlAsync($"UPDATE outbox_email SET cancelled_at = {test.Clock.Now}, protected_body = NULL WHERE id = {back}", Stop);
    });
}
