using System.Globalization;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using Dites32.Tests.Documents;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.Authorization;

/// <summary>The people and the things of authorization.yaml in a database, where every request is undone once it has answered.</summary>
public class Ground : CoreTest
{
    internal const string Password = "trois oies dans le pré";

    private readonly Dictionary<Guid, Guid> spouseDocuments = [];
    private readonly Dictionary<string, Actor> actors = [];
    private readonly Dictionary<string, Side> sides = [];
    private readonly Dictionary<Guid, string> secrets = [];
    private Dictionary<Guid, uint> versions = [];
    private Dictionary<Guid, Account> accounts = [];
    private Dictionary<Guid, StagesForm> stages = [];
    private readonly Undoing undoing = new();

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Whether the last request has changed something, before it was undone.</summary>
    internal bool HasChanged => undoing.HasChanged;

    internal Actor this[string actor] => actors[actor];

    internal Side About(string side) => sides[side];

    /// <summary>Of an offer, an application or a site, as whoever sends the request has read it.</summary>
    internal uint VersionOf(Guid id) => versions.GetValueOrDefault(id);

    /// <summary>A colleague of the mission, who may stand in for another.</summary>
    internal Guid ColleagueId { get; private set; }

    /// <summary>Another photo than those of the offers, as the portal has received it.</summary>
    internal ReceivedPhoto Photo { get; private set; } = null!;

    /// <summary>Another one than the actor, who has all the files.</summary>
    internal Guid OtherCaseworkerId { get; private set; }

    /// <summary>What the coordinator works on.</summary>
    internal InternGround Interns { get; private set; } = null!;

    internal HousingGround Housing { get; private set; } = null!;

    internal EventGround Events { get; private set; } = null!;

    /// <summary>Steps, and a supervisor who looks for a locum.</summary>
    internal LocumGround Locum { get; private set; } = null!;

    internal Guid JobEmployerId { get; } = Guid.NewGuid();

    internal Guid JobAnnouncementId { get; } = Guid.NewGuid();

    internal Guid EmployerTalkId { get; } = Guid.NewGuid();

    internal Guid JobImportId { get; } = Guid.NewGuid();

    internal string JobImportSeen { get; private set; } = "";

    /// <summary>A post that nobody has been proposed.</summary>
    internal Guid JobVacancyId { get; } = Guid.NewGuid();
    private Guid ProposedVacancyId { get; } = Guid.NewGuid();

    /// <summary>The partner's own file; one that does not exist for anybody else.</summary>
    internal Guid SpouseCaseOf(string actor) => actor switch
    {
        Actors.SpouseA => About(Side.OfA).SpouseCaseId,
        Actors.SpouseB => About(Side.OfB).SpouseCaseId,
        _ => Guid.Empty,
    };

    /// <summary>The one document of a partner's file; one that does not exist for any other.</summary>
    internal Guid SpouseDocumentIn(Guid caseId) => spouseDocuments.GetValueOrDefault(caseId);

    /// <summary>What the person has sent already: one proposal at a time.</summary>
    internal Guid CoupleLinkOf(string actor) => actor switch
    {
        Actors.CandidateA => About(Side.OfA).CoupleLinkId,
        Actors.CandidateB => About(Side.OfB).CoupleLinkId,
        _ => Guid.NewGuid(),
    };

    internal Account? AccountOf(Guid id) => accounts.GetValueOrDefault(id);

    internal StagesForm StagesOf(Guid offerId) => stages.GetValueOrDefault(offerId) ?? new();

    /// <summary>The code that the telephone of this account shows; six zeros where there is none.</summary>
    internal string CodeOf(Guid accountId) => secrets.TryGetValue(accountId, out var secret) ? SecondFactorSecrets.CodeAt(secret, Clock.Now) : "000000";

    internal T Service<T>() where T : notnull
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>Things are made by the requests that make them, so what undoes comes into play only then.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await MakePeopleAsync();
        await MakeEmployerAsync();
        Interns = await InternGround.MakeAsync(this, actors[Actors.Coordinator]);
        Events = await EventGround.MakeAsync(this, actors[Actors.Coordinator], Interns);
        Locum = await LocumGround.MakeAsync(this, actors[Actors.Coordinator], actors[Actors.CandidateA], actors[Actors.CandidateB]);
        sides[Side.Alone] = new(Side.Alone);
        sides[Side.OfNobody] = new(Side.OfNobody);
        sides[Side.OfA] = await SideMaker.MakeAsync(this, Side.OfA, actors[Actors.CandidateA]);
        sides[Side.OfB] = await SideMaker.MakeAsync(this, Side.OfB, actors[Actors.CandidateB]);
        var hash = Passwords.Hash(Password);
        await InDatabaseAsync(db => db.Users.Where(a => a.PasswordHash == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, hash), Stop));
        await SignInAsync(Actors.RecruiterA, sides[Side.OfA].RecruiterId);
        await SignInAsync(Actors.RecruiterB, sides[Side.OfB].RecruiterId);
        var humanResources = await EnterAsync(Actors.HealthCentreHr, [Role.HealthCentreHr]);
        await SaveAsync(SiteMembership.Of(humanResources, sides[Side.OfA].SiteId, Clock.Now));
        actors[Actors.CandidateA] = actors[Actors.CandidateA].Holding([sides[Side.OfA].LinkToJoinId]);
        actors[Actors.CandidateB] = actors[Actors.CandidateB].Holding([sides[Side.OfB].LinkToJoinId]);
        actors[Actors.HolderA] = Actor.Anonymous.Holding(sides[Side.OfA].LinkIds);
        actors[Actors.HolderB] = Actor.Anonymous.Holding(sides[Side.OfB].LinkIds);
        ColleagueId = await EnterAsync("colleague", [Role.Dites32Recruiter]);
        OtherCaseworkerId = await EnterAsync("other-caseworker", [Role.SpouseCaseworker]);
        using (var reception = new PhotoReception())
        {
            Photo = (await reception.ReceiveAsync(new MemoryStream(SamplePhotos.Png(400, 400, 2)), Stop)).Value;
        }

        Housing = await HousingGround.MakeAsync(
            this, actors[Actors.Coordinator], [(actors[Actors.CandidateA], Interns.OfCandidateA), (actors[Actors.CandidateB], Interns.OfCandidateB)], Interns.SemesterId, Photo);
        accounts = await InDatabaseAsync(db => db.Users.AsNoTracking().ToDictionaryAsync(a => a.Id, Stop));
        stages = await InDatabaseAsync(StagesAsync);
        versions = await InDatabaseAsync(VersionsAsync);
        await using (var scope = Services.CreateAsyncScope())
        {
            var behindTheWall = scope.ServiceProvider.GetRequiredService<SpouseDbContext>();
            foreach (var file in await behindTheWall.Cases.Select(c => new { c.Id, Version = EF.Property<uint>(c, "Version") }).ToListAsync(Stop))
            {
                versions[file.Id] = file.Version;
            }

            foreach (var meeting in await behindTheWall.Meetings.Select(m => new { m.Id, Version = EF.Property<uint>(m, "Version") }).ToListAsync(Stop))
            {
                versions[meeting.Id] = meeting.Version;
            }

            versions[JobEmployerId] = await behindTheWall.Employers.Select(e => EF.Property<uint>(e, "Version")).SingleAsync(Stop);
        }

        await JoinSpouseDocumentsAsync();
        undoing.IsOn = true;
    }

    private async Task JoinSpouseDocumentsAsync()
    {
        foreach (var file in new[] { SpouseCaseOf(Actors.SpouseA), SpouseCaseOf(Actors.SpouseB) })
        {
            var added = await Service<SpouseDocumentStore>().AddAsync(Actor.Anonymous, file, "cv.pdf", new MemoryStream(SampleFiles.Pdf()), Stop);
            spouseDocuments[file] = added.Value.Id;
        }
    }

    /// <summary>What undoes a request stands around all else that is done with it.</summary>
    protected override void Register(IServiceCollection collection)
    {
        collection.AddSingleton(undoing);
        collection.Insert(0, ServiceDescriptor.Scoped(typeof(IPipelineBehavior<,>), typeof(RolledBack<,>)));
    }

    /// <summary>The stages as they stand, with one more.</summary>
    private static async Task<Dictionary<Guid, StagesForm>> StagesAsync(AppDbContext db) =>
        (await db.Stages.AsNoTracking().Where(s => s.OfferId != null).ToListAsync(Stop)).GroupBy(s => s.OfferId!.Value).ToDictionary(offer => offer.Key, offer => new StagesForm
        {
            Stages = [.. offer.OrderBy(s => s.Position).Select(s => new StageFormRow { Id = s.Id.ToString(), Label = s.Label, AnswerDays = s.AnswerDays?.ToString(CultureInfo.InvariantCulture), Notifies = s.NotifiesCandidate })],
            NewCategory = "Interview",
            NewLabel = "Second entretien",
        });

    private static async Task<Dictionary<Guid, uint>> VersionsAsync(AppDbContext db)
    {
        await db.Offers.LoadAsync(Stop);
        await db.Applications.LoadAsync(Stop);
        await db.Sites.LoadAsync(Stop);
        return db.ChangeTracker.Entries().Where(e => e.Entity is Offer or Application or Site)
            .ToDictionary(e => (Guid)e.Property("Id").CurrentValue!, e => (uint)e.Properties.Single(p => p.Metadata.IsConcurrencyToken).CurrentValue!);
    }

    private async Task MakePeopleAsync()
    {
        actors[Actors.Anonymous] = Actor.Anonymous;
        actors[Actors.System] = Actor.System;
        await EnterAsync(Actors.CandidateA, [Role.Candidate]);
        await EnterAsync(Actors.CandidateB, [Role.Candidate]);
        await EnterAsync(Actors.Mission, [Role.Dites32Recruiter]);
        await EnterAsync(Actors.Administrator, [Role.Administrator]);
        await EnterAsync(Actors.LateAdministrator, [Role.Administrator], ago: NeedsFreshProofAttribute.Fresh + TimeSpan.FromMinutes(1));
        await EnterAsync(Actors.WeakAdministrator, [Role.Administrator], SessionProof.Password);
        await EnterAsync(Actors.Officer, [Role.DataProtectionOfficer]);
        await EnterAsync(Actors.Caseworker, [Role.SpouseCaseworker]);
        await EnterAsync(Actors.Coordinator, [Role.InternshipCoordinator]);
        await EnterAsync(Actors.Territory, [Role.TerritoryManager]);
        var closed = await EnterAsync(Actors.Closed, [Role.Administrator]);
        await InDatabaseAsync(db => db.Users.Where(a => a.Id == closed).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, Clock.Now), Stop));
        var stripped = await EnterAsync(Actors.Stripped, [Role.Administrator]);
        await InDatabaseAsync(db => db.UserRoles.Where(r => r.UserId == stripped).ExecuteDeleteAsync(Stop));
    }

    /// <summary>A partner with an open space, and a link to it that has not served.</summary>
    internal async Task<(Guid CaseId, string Token, Guid LeadId, Guid TaskId, Guid MeetingId)> MakeSpouseAsync(string side)
    {
        var (id, email) = (Guid.NewGuid(), $"conjoint-{side}@example.org");
        Assert.Null((await SendAsync(Actor.Anonymous, new RegisterSpouse(id, email, SpouseSamples.Form, Agrees: true, IsRobot: false))).Error);
        var session = (await SendAsync(Actor.Anonymous, new OpenSpouseLink(await LinkToSpouseAsync(id)))).Value;
        actors[side == Side.OfA ? Actors.SpouseA : Actors.SpouseB] = Actor.Spouse(session);
        await using var scope = Services.CreateAsyncScope();
        var behindTheWall = scope.ServiceProvider.GetRequiredService<SpouseDbContext>();
        var lead = new JobLead(id, ProposedVacancyId, actors[Actors.Caseworker].AccountId!.Value, Clock.Now);
        behindTheWall.Add(lead);
        await behindTheWall.SaveChangesAsync(Stop);
        var (task, meeting) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Null((await SendAsync(actors[Actors.Caseworker], new AddSpouseTask(id, task, "Appeler la mairie", "2026-03-12", actors[Actors.Caseworker].RequiredAccountId))).Error);
        Assert.Null((await SendAsync(actors[Actors.Caseworker], new SetSpouseMeeting(id, meeting, MeetingAt(side == Side.OfA ? "09:30" : "11:30")))).Error);
        return (id, await LinkToSpouseAsync(id), lead.Id, task, meeting);
    }

    /// <summary>The person and their partner agree to be linked, and share a comparison.</summary>
    internal async Task<(Guid LinkId, Guid ComparisonId)> MakeCoupleAsync(string side, Actor person)
    {
        var (link, comparison, spouse) = (Guid.NewGuid(), Guid.NewGuid(), actors[side == Side.OfA ? Actors.SpouseA : Actors.SpouseB]);
        Assert.Null((await SendAsync(person, new InviteMyPartner(link, $"conjoint-{side}@example.org", "Alix"))).Error);
        Assert.Null((await SendAsync(spouse, new AnswerCoupleLink(link, Agrees: true))).Error);
        Assert.Null((await SendAsync(spouse, new ComparePlaces(comparison, "Auch (32000)", "Fleurance (32500)", "", ""))).Error);
        Assert.Null((await SendAsync(spouse, new ShareComparison(comparison, IsShared: true))).Error);
        return (link, comparison);
    }

    /// <summary>By telephone, on a day of March.</summary>
    internal MeetingForm MeetingAt(string hour) => new()
    {
        Day = "2026-03-12",
        Hour = hour,
        Minutes = "30",
        Way = nameof(MeetingWay.Phone),
        OwnerId = actors[Actors.Caseworker].AccountId.ToString(),
    };

    /// <summary>An employer with two posts, one of which is proposed to each partner.</summary>
    private async Task MakeEmployerAsync()
    {
        var caseworker = actors[Actors.Caseworker];
        Assert.Null((await SendAsync(caseworker, new AddJobEmployer(JobEmployerId, SpouseSamples.Employer))).Error);
        Assert.Null((await SendAsync(caseworker, new AddJobVacancy(JobVacancyId, JobEmployerId, SpouseSamples.Vacancy))).Error);
        Assert.Null((await SendAsync(caseworker, new AddJobVacancy(ProposedVacancyId, JobEmployerId, SpouseSamples.Vacancy))).Error);
        Assert.Null((await SendAsync(Actor.Anonymous, new AnnounceJob(
            JobAnnouncementId, SpouseSamples.Employer with { ContactEmail = "sam@example.org" }, SpouseSamples.Vacancy, IsRobot: false))).Error);
        Assert.Null((await SendAsync(caseworker, new AddEmployerTalk(EmployerTalkId, JobEmployerId, "2026-02-20", TalkWay.Phone, "Appelé"))).Error);
        Assert.Null((await SendAsync(caseworker, new ReceiveJobFile(JobImportId, "employeurs.csv", "employeur;commune\nScierie;Auch\n"u8.ToArray()))).Error);
        JobImportSeen = (await SendAsync(caseworker, new PreviewJobImport(JobImportId, 1))).Value.Seen;
    }

    private async Task<string> LinkToSpouseAsync(Guid caseId)
    {
        await using var scope = Services.CreateAsyncScope();
        var behindTheWall = scope.ServiceProvider.GetRequiredService<SpouseDbContext>();
        var (link, secret) = SpouseLink.To(caseId, SpouseLinkKind.Confirmation, Clock.Now);
        behindTheWall.Add(link);
        await behindTheWall.SaveChangesAsync(Stop);
        return secret;
    }

    private async Task<Guid> EnterAsync(string name, IReadOnlyList<Role> roles, SessionProof proof = SessionProof.Code, TimeSpan ago = default)
    {
        var account = AccountFactory.Create($"{name}@example.org", name, Password);
        await SaveAsync([account, .. AccountFactory.Roles(account, roles)]);
        await SignInAsync(name, account.Id, proof, ago);
        return account.Id;
    }

    /// <summary>Everybody has an application that shows codes, a passkey and another service: who may take them away is asked too.</summary>
    private async Task SignInAsync(string name, Guid accountId, SessionProof proof = SessionProof.Code, TimeSpan ago = default)
    {
        var account = await InDatabaseAsync(db => db.Users.SingleAsync(a => a.Id == accountId, Stop));
        var session = AccountSession.Open(account, proof, "Firefox, Linux", Clock.Now - ago);
        secrets[accountId] = SecondFactorSecrets.Draw();
        await SaveAsync(session, SecondFactor.For(accountId, Service<SecondFactorSecrets>().Protect(secrets[accountId]), 0, Clock.Now));
        Assert.Null((await SendAsync(Actor.Account(accountId, []), new Core.Accounts.Passkeys.AddPasskey("Clé", PasskeyOf(accountId)))).Error);
        Assert.Null((await SendAsync(Actor.Account(accountId, []), new AddExternalLogin(IdentityOf(accountId)))).Error);
        actors[name] = Actor.InSession(session.Id, accountId);
    }

    /// <summary>Who another service says that the owner of an account is.</summary>
    internal static ExternalIdentity IdentityOf(Guid accountId, string issuer = "https://service.example") => new("Un service", issuer, accountId.ToString());

    internal Microsoft.AspNetCore.Identity.UserPasskeyInfo PasskeyOf(Guid accountId, byte number = 1) => new(
        [number, .. accountId.ToByteArray()], [4, 5], Clock.Now, signCount: 1, transports: null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, [6], [7]);
}
