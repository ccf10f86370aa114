using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Finding applications by what a recruiter remembers of them.</summary>
internal static class ApplicationSearch
{
    private const int MaxWords = 6;

    /// <summary>Those that hold every word in the name, the address, the RPPS number or the message; accents and case are ignored.</summary>
    public static IQueryable<Application> Mentioning(this IQueryable<Application> applications, string? words)
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxWords))
        {
            var pattern = $"%{Like.Escape(word)}%";
            applications = applications.Where(a =>
                EF.Functions.ILike(EF.Functions.Unaccent(a.Candidate.Name), EF.Functions.Unaccent(pattern), Like.EscapeCharacter)
                || EF.Functions.ILike(a.Candidate.Email, pattern, Like.EscapeCharacter)
                || EF.Functions.ILike(a.Candidate.Rpps!, pattern, Like.EscapeCharacter)
                || EF.Functions.ILike(EF.Functions.Unaccent(a.Message), EF.Functions.Unaccent(pattern), Like.EscapeCharacter));
        }

        return applications;
    }
}
