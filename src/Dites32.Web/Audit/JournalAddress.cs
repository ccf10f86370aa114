using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dites32.Web.Audit;

/// <summary>A search of the trail in an address, and back.</summary>
internal static class JournalAddress
{
    public const string Page = "/administration/journal";
    public const string File = "/administration/journal.csv";

    public const string Readers = $"{nameof(Role.Administrator)},{nameof(Role.DataProtectionOfficer)}";

    /// <summary>What the form calls the fields of a search.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        [nameof(AuditSearch.From)] = "du",
        [nameof(AuditSearch.To)] = "au",
        [nameof(AuditSearch.Who)] = "qui",
        [nameof(AuditSearch.Action)] = "action",
        [nameof(AuditSearch.Nature)] = "nature",
        [nameof(AuditSearch.Kind)] = "objet",
        [nameof(AuditSearch.Number)] = "numero",
    };

    public static AuditSearch Read(IQueryCollection query)
    {
        return new AuditSearch
        {
            From = First(nameof(AuditSearch.From)),
            To = First(nameof(AuditSearch.To)),
            Who = First(nameof(AuditSearch.Who)),
            Action = First(nameof(AuditSearch.Action)),
            Nature = First(nameof(AuditSearch.Nature)),
            Kind = First(nameof(AuditSearch.Kind)),
            Number = First(nameof(AuditSearch.Number)),
        };

        string First(string field) => query[Names[field]] is [{ } value, ..] ? value : "";
    }

    /// <param name="more">Behind the search: « avant », « fait ».</param>
    public static string Of(string path, AuditSearch search, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] fields =
        [
            (Names[nameof(AuditSearch.From)], search.From), (Names[nameof(AuditSearch.To)], search.To), (Names[nameof(AuditSearch.Who)], search.Who),
            (Names[nameof(AuditSearch.Action)], search.Action), (Names[nameof(AuditSearch.Nature)], search.Nature),
            (Names[nameof(AuditSearch.Kind)], search.Kind), (Names[nameof(AuditSearch.Number)], search.Number), .. more,
        ];
        return path + new QueryBuilder(fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Name, f.Value))).ToQueryString();
    }

    /// <summary>All that an account or a personal link did.</summary>
    public static string By(Guid id) => Of(Page, AuditSearch.Everything with { Who = $"{id}" });

    /// <summary>All that was done about one thing.</summary>
    public static string About(string kind, Guid id) => Of(Page, AuditSearch.Everything with { Kind = kind, Number = $"{id}" });
}
