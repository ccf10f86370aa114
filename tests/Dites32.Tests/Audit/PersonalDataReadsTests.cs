using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Dites32.Core.Accounts.Passkeys;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Audit;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Figures;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Internships.Space;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.Statistics;
using Dites32.Core.Territory;

namespace Dites32.Tests.Audit;

/// <summary>Each query says here whether it shows somebody's personal file to another person: a new one has to choose.</summary>
public sealed class PersonalDataReadsTests
{
    /// <summary>They leave a trace each time they answer.</summary>
    private static readonly Type[] Files =
    [
        typeof(ExportAudit), typeof(GetArrivalKit), typeof(GetAccount), typeof(GetCard), typeof(GetIntern), typeof(GetSpouseCase), typeof(GetSpouseMeeting), typeof(GetTwins), typeof(GetWaitingMove), typeof(ListSessionsOf), typeof(PreviewMove),
        typeof(SearchAudit), typeof(ViewQuestion), typeof(GetSupervisor),
        typeof(GetSupervisorSearch),
    ];

    /// <summary>One's own: no trace, which would only follow people about.</summary>
    private static readonly Type[] Own =
    [
        typeof(AmIAnIntern), typeof(CountMyPool), typeof(GetDraft), typeof(GetFollowUp), typeof(GetMyAccount), typeof(GetMyComparison), typeof(GetMyCouple), typeof(GetMyArrivalKit), typeof(GetMyExternalLogins), typeof(GetMyHousing), typeof(GetMyInternship), typeof(GetMyMeetingCalendar), typeof(GetMySpouseCase), typeof(GetSecondFactor), typeof(GetSession), typeof(ListAbsences),
        typeof(GetMyLocum),
        typeof(GetSharedComparison), // shown by the other, who chose it
        typeof(GetMyEvent), typeof(GetMyEventCalendar), typeof(GetMyLife), typeof(GetMyOpinion), typeof(GetMyPoll),
        typeof(ListMyApplications), typeof(ListMySpouseDocuments), typeof(ListMyPasskeys), typeof(ListMySessions), typeof(OpenPersonalLink), typeof(StartSecondFactor),
    ];

    /// <summary>Names in a row, which lead to the files: no trace, which would drown those of the files.</summary>
    private static readonly Type[] Lists =
    [
        typeof(GetBoard), typeof(GetDwelling), typeof(GetHousingDesk), typeof(ListDwellings), typeof(GetEnding), typeof(GetHandOver), typeof(GetRecruiterHome), typeof(ListAccounts), typeof(ListApplications), typeof(ListJobAnnouncements), typeof(ListQuestions), typeof(ListSpouseCases),
        typeof(ListSpouseDocuments), typeof(SearchLeads),
        typeof(ListLeadMatches),
        typeof(GetPlacement), typeof(GetSemesterBoard), typeof(ListInterns), typeof(ListPlacements), typeof(ListSupervisorNames), typeof(ListSupervisors), typeof(PreviewAssignmentImport),
        typeof(GetEvent), typeof(GetWelcome),
        typeof(ListFigureInterns),
        typeof(GetSpouseAgenda), typeof(GetSpouseBoard),
        typeof(SearchCandidates), typeof(ViewSite),
    ];

    /// <summary>Offers, places, settings, and questions answered by yes or no.</summary>
    private static readonly Type[] Nobody =
    [
        typeof(CountAccompanied), typeof(MayAddDwellingPhoto), typeof(ViewDwellingPhoto), typeof(GetCatalogue), typeof(GetCommuneNote), typeof(GetJobEmployer), typeof(GetMission), typeof(GetNewOfferForm), typeof(GetOfferForm), typeof(GetOfferToApply), typeof(GetOfferWorkspace),
        typeof(GetPhotos), typeof(GetPrivacyNotice), typeof(GetRetention), typeof(GetSiteChoices), typeof(GetSitemapParts), typeof(GetSiteToCorrect), typeof(GetSpouseFigures), typeof(GetSpouseNotice), typeof(GetSpouseRetention), typeof(GetStages), typeof(GetTerritoryMap), typeof(GetUsualSteps),
        typeof(ListCommuneNotes), typeof(ListErasures), typeof(ListSpouseErasures), typeof(ListJobEmployers), typeof(ListMyOffers), typeof(ListMySites), typeof(ListNewestOffers), typeof(ListOfferAddresses), typeof(ListOffersToModerate),
        typeof(GetJobSources), typeof(PreviewJobImport), typeof(MatchLeads),
        typeof(GetMeetingCalendar),
        typeof(GetOpinions), typeof(GetPoll), typeof(GetSemesterLife), // totals only
        typeof(GetInternshipReference), typeof(ListAssignmentImports), typeof(ListSemesters),
        typeof(GetInternFigures), typeof(ListLicenceConditions),
        typeof(ListStructures), typeof(MayAddDocument), typeof(MayAddPhoto), typeof(MayOpenDocuments), typeof(MayReadCard), typeof(PreviewOffer),
        typeof(PreviewPhoto), typeof(SearchOffers), typeof(ViewOffer), typeof(ViewPhoto),
    ];

    /// <summary>Of the demonstration, where the people are made up: closed in Production.</summary>
    private static readonly Type[] MadeUp = [typeof(GetDemoCode), typeof(ListDemoAccounts), typeof(ListDevelopmentMails), typeof(ReadDevelopmentMail)];

    private static readonly List<Type> Queries = [.. typeof(IReadsFile).Assembly.GetTypes().Where(t => !t.IsInterface
        && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)))];

    [Fact]
    public void Every_query_says_whether_it_reads_a_personal_file() =>
        Assert.Equal(
            Queries.Select(q => q.Name).Order(StringComparer.Ordinal),
            Files.Concat(Own).Concat(Lists).Concat(Nobody).Concat(MadeUp).Select(q => q.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Those_that_do_are_marked_and_no_other() =>
        Assert.Equal(Files.Select(q => q.Name).Order(StringComparer.Ordinal), Queries.Where(q => q.IsAssignableTo(typeof(IReadsFile))).Select(q => q.Name).Order(StringComparer.Ordinal));
}
