using Dites32.Core.Offers;

namespace Dites32.Core.Demo;

/// <summary>What becomes of one made-up offer: drawn for all of them first, so that the totals are exact.</summary>
internal sealed record LargeSeedPlan
{
    private const int MostApplications = 400;

    public required OfferStatus Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for what was never on line.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
    public required DateOnly ClosesOn { get; init; }

    /// <summary>When it was filled, withdrawn or expired.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public int Applications { get; init; }

    /// <summary>In the order of their creation, over three years.</summary>
    public static LargeSeedPlan[] Draw(int offers, int applications, DateTimeOffset now)
    {
        var random = new Random(32);
        var plans = Enumerable.Range(0, offers).Select(_ => Draw(random, now)).OrderBy(p => p.CreatedAt).ToArray();
        var counts = Share(plans, applications, random);
        return [.. plans.Zip(counts, (plan, count) => plan with { Applications = count })];
    }

    private static LargeSeedPlan Draw(Random random, DateTimeOffset now)
    {
        var status = random.Next(100) switch
        {
            < 20 => OfferStatus.Published,
            < 58 => OfferStatus.Expired,
            < 82 => OfferStatus.Filled,
            < 92 => OfferStatus.Withdrawn,
            < 98 => OfferStatus.Draft,
            _ => OfferStatus.ToModerate,
        };
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (status is OfferStatus.Draft or OfferStatus.ToModerate)
        {
            var written = now.AddMinutes(-random.Next(60, status == OfferStatus.Draft ? 200_000 : 6000));
            return new() { Status = status, CreatedAt = written, ClosesOn = today.AddDays(random.Next(20, 90)) };
        }

        if (status == OfferStatus.Published)
        {
            var online = now.AddSeconds(-3600 - Math.Pow(random.NextDouble(), 1.5) * 90 * 86_400);
            return new() { Status = status, CreatedAt = online.AddHours(-random.Next(1, 90)), PublishedAt = online, ClosesOn = today.AddDays(random.Next(1, 75)) };
        }

        var published = now.AddSeconds(-(100 + random.NextDouble() * 995) * 86_400);
        var closesOn = DateOnly.FromDateTime(published.UtcDateTime).AddDays(random.Next(30, 91));
        var ended = status == OfferStatus.Expired
            ? new DateTimeOffset(closesOn.AddDays(1), new TimeOnly(1, 5), TimeSpan.Zero)
            : published.AddHours(random.Next(100, 24 * 90));
        return new() { Status = status, CreatedAt = published.AddHours(-random.Next(1, 200)), PublishedAt = published, ClosesOn = closesOn, EndedAt = ended };
    }

    /// <summary>A few offers get very many, many get one or none.</summary>
    private static int[] Share(LargeSeedPlan[] plans, int applications, Random random)
    {
        var weights = plans.Select(p => p.PublishedAt is null ? 0 : Math.Pow(1 - random.NextDouble(), -0.7)).ToArray();
        var sum = weights.Sum();
        var counts = weights.Select(w => sum == 0 ? 0 : Math.Min(MostApplications, (int)(applications * w / sum + random.NextDouble()))).ToArray();
        var missing = applications - counts.Sum();
        for (var tries = 0; missing != 0 && tries < 100 * (plans.Length + applications); tries++)
        {
            var i = random.Next(plans.Length);
            if (plans[i].PublishedAt is not null && (missing > 0 ? counts[i] < MostApplications : counts[i] > 0))
            {
                counts[i] += Math.Sign(missing);
                missing -= Math.Sign(missing);
            }
        }

        return counts;
    }
}
