using System.Globalization;
using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using static Dites32.Core.Offers.StageCategory;

namespace Dites32.Core.Demo;

/// <summary>Makes the applications to an offer and moves them through its pipeline, by the pipeline's own rules.</summary>
internal sealed class LargeSeedApplications(LargeSeedGround ground, Random random, DateTimeOffset now)
{
    private static readonly StageCategory[] Hired = [InReview, Interview, Accepted, Papers, InPost];
    private static readonly StageCategory[] UnderWay = [InReview, Shortlisted, Interview, Visit, Proposal];

    /// <summary>People who apply to several offers; each time they bring a new candidate row.</summary>
    private readonly List<Person> regulars = [];

    public IEnumerable<Application> Make(Offer offer, LargeSeedPlan plan)
    {
        var stages = offer.Stages.ToDictionary(s => s.Category);
        var known = new HashSet<string>();
        var hiredOne = plan.Status != OfferStatus.Filled;
        var from = plan.PublishedAt ?? now;
        var to = plan.EndedAt ?? now.AddMinutes(-30);
        for (var i = 0; i < plan.Applications; i++)
        {
            var person = Draw();
            while (!known.Add(person.Email))
            {
                person = Draw();
            }

            var at = from + (to - from) * random.NextDouble();
            var candidate = Candidate.Of(person.Name, person.Email, person.Phone, person.Status, person.Rpps, person.SpecialtyCode, at);
            var application = Application.Submit(
                Guid.CreateVersion7(), offer, stages[Received], candidate, EmailAddress.Normalise(person.Email), LargeSeedWords.Message(random), null, at);
            if (random.Chance(0.7))
            {
                application.ConfirmEmail(Later(at, 2));
            }

            Move(application, stages, Path(plan, !hiredOne), offer.ReferentId, plan.Status, at);
            hiredOne = true;
            yield return application;
        }
    }

    private void Move(
        Application application, Dictionary<StageCategory, Stage> stages, IEnumerable<StageCategory> path, Guid referent, OfferStatus status, DateTimeOffset at)
    {
        foreach (var category in path)
        {
            at = Later(at, 9);
            var isPerson = category == Withdrawn;
            LargeSeedOffers.Must(application.MoveTo(
                stages[category],
                isPerson ? PipelineRole.Person : PipelineRole.Recruiter,
                PipelineRules.NeedsAnswer(category) ? Reason(status) : null,
                stages[category].NotifiesCandidate ? Guid.CreateVersion7() : null,
                isPerson ? null : referent,
                at));
        }
    }

    private IEnumerable<StageCategory> Path(LargeSeedPlan plan, bool isToBeHired)
    {
        if (isToBeHired)
        {
            return Hired;
        }

        // An offer on line has its people under way; the others have had their answers, but for some.
        var steps = UnderWay.Take(plan.Status == OfferStatus.Published ? random.Next(0, 6) * random.Next(0, 2) : random.Next(1, 5));
        var isOver = random.Chance(plan.Status == OfferStatus.Published ? 0.2 : 0.95);
        if (!isOver)
        {
            return steps;
        }

        return steps.Append(random.Next(10) switch { 0 => Withdrawn, < 3 => Closed, _ => Refused });
    }

    private RefusalReason Reason(OfferStatus status) => status switch
    {
        OfferStatus.Filled when random.Chance(0.6) => RefusalReason.OtherChosen,
        OfferStatus.Withdrawn => RefusalReason.OfferWithdrawn,
        _ => random.Of(RefusalReasons.All),
    };

    /// <summary>Some days later, and never in the future, nor so near that it could still be taken back.</summary>
    private DateTimeOffset Later(DateTimeOffset at, int days)
    {
        var later = at.AddHours(random.NextDouble() * 24 * days);
        var last = now - TimeSpan.FromMinutes(10);
        return later < last ? later : last > at ? last : at;
    }

    private Person Draw()
    {
        if (regulars.Count > 20 && random.Chance(0.3))
        {
            return random.Of(regulars);
        }

        var status = random.Of(CandidateStatuses.All);
        var name = LargeSeedWords.Name(random);
        var isDoctor = status is not (CandidateStatus.Student or CandidateStatus.OtherProfession);
        var person = new Person(
            name,
            $"{Slug.Of(name).Replace('-', '.')}.{random.Next(100_000_000):x}@essai.example",
            $"06{random.Next(100_000_000):00000000}",
            status,
            isDoctor && random.Chance(0.6) ? Rpps() : null,
            isDoctor ? random.Chance(0.6) ? "medecine-generale" : random.SeldomOf(ground.Specialties) : null);
        regulars.Add(person);
        return person;
    }

    private string Rpps()
    {
        var body = $"99{random.Next(100_000_000):00000000}"; // no real number begins so
        return Enumerable.Range(0, 10).Select(key => body + key.ToString(CultureInfo.InvariantCulture)).First(Candidates.Rpps.HasGoodKey);
    }

    private sealed record Person(string Name, string Email, string Phone, CandidateStatus Status, string? Rpps, string? SpecialtyCode);
}
