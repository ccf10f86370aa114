using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Finding applications by what a recruiter remembers of them: every word is in the name, the address, the RPPS number, the
/// message or the wishes; accents and case are ignored. A word of one or two letters begins a word; a longer one lies anywhere.
/// </summary>
internal static class ApplicationSearch
{
    private const int MaxWords = 6;

    /// <summary>The shortest text of which the indexes know something wherever it lies: they hold pieces of three letters.</summary>
    private const int PieceLength = 3;

    /// <summary>Among a few, such as those to one offer: each is looked at.</summary>
    public static IQueryable<Application> Mentioning(this IQueryable<Application> applications, string? words) =>
        Patterns(words).Aggregate(applications, (found, pattern) => found.Where(a =>
            EF.Functions.Like(EF.Property<string>(a, ApplicationMapping.Search), EF.Functions.Unaccent(pattern), Like.EscapeCharacter)
            || EF.Functions.Like(EF.Property<string>(a.Candidate, CandidateMapping.Search), EF.Functions.Unaccent(pattern), Like.EscapeCharacter)));

    /// <summary>Among all: each word is looked up in the two indexes, which a condition over both tables could not use.</summary>
    public static IQueryable<Application> MentioningAmongAll(this IQueryable<Application> applications, AppDbContext db, string? words)
    {
        foreach (var pattern in Patterns(words))
        {
            var inMessage = db.Applications
                .Where(a => EF.Functions.Like(EF.Property<string>(a, ApplicationMapping.Search), EF.Functions.Unaccent(pattern), Like.EscapeCharacter))
                .Select(a => a.Id);
            var inPerson = db.Candidates
                .Where(c => EF.Functions.Like(EF.Property<string>(c, CandidateMapping.Search), EF.Functions.Unaccent(pattern), Like.EscapeCharacter))
                .Join(db.Applications, c => c.Id, a => a.CandidateId, (c, a) => a.Id);
            var found = inMessage.Union(inPerson);
            applications = applications.Where(a => found.Contains(a.Id));
        }

        return applications;
    }

    private static IEnumerable<string> Patterns(string? words) => (words ?? "").ToLowerInvariant()
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => LongestRun(word) > 0)
        .Take(MaxWords)
        .Select(word => LongestRun(word) < PieceLength ? $"% {Like.Escape(word)}%" : $"%{Like.Escape(word)}%");

    /// <summary>Letters and digits in a row.</summary>
    private static int LongestRun(string word)
    {
        var (longest, run) = (0, 0);
        foreach (var c in word)
        {
            run = char.IsLetterOrDigit(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
