using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dites32.Web.Applications.Pipeline;

/// <summary>Addresses of the pages of a list, with its filters.</summary>
internal static class PageAddress
{
    public static int Read(string? number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    public static string Of(string path, params (string Name, string? Value)[] query) => path + new QueryBuilder(
        query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value!))).ToQueryString();
}
