using System.IO.Compression;
using System.Net;
using Dites32.Core.Demo;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Tests.SpouseSupport;

/// <summary>Nothing that anybody else opens or downloads holds anything of a partner.</summary>
public sealed class WallPagesTests : WallTest
{
    [Fact]
    public async Task Nobody_but_a_caseworker_sees_anything_of_a_partner_on_any_page()
    {
        var (id, _, _) = await FullFileAsync();
        await DemoSeed.RunAsync(OwnerConnectionString, Clock, Stop);
        var others = Enum.GetValues<Role>().Where(role => role != Role.SpouseCaseworker).ToList();
        var people = new List<HttpClient> { Visitor(), App.ClientFor(await SomeoneAsync([.. others])) };
        foreach (var role in others)
        {
            people.Add(App.ClientFor(await SomeoneAsync(role)));
        }

        var pages = Addresses(id, isPage: true);
        Assert.True(pages.Count > 60, $"{pages.Count}");
        foreach (var person in people)
        {
            foreach (var page in pages)
            {
                var answer = await person.GetAsync(page, Stop);
                var body = await answer.Content.ReadAsStringAsync(Stop);
                Assert.False(body.Contains(Canary, StringComparison.OrdinalIgnoreCase) || body.Contains("0699887766", StringComparison.Ordinal), page);
                Assert.False(page.StartsWith("/accompagnement", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.OK, page);
            }

            person.Dispose();
        }
    }

    [Fact]
    public async Task No_file_that_anybody_else_downloads_holds_anything_of_a_partner_not_even_the_copy_of_their_doctor()
    {
        var (id, _, doctor) = await FullFileAsync();
        await DemoSeed.RunAsync(OwnerConnectionString, Clock, Stop);
        var others = Enum.GetValues<Role>().Where(role => role != Role.SpouseCaseworker).ToList();
        var people = new List<HttpClient> { Visitor(), App.ClientFor(await SomeoneAsync([.. others])), App.ClientFor(doctor) };
        var (files, given) = (Addresses(id, isPage: false), new List<string>());
        foreach (var person in people)
        {
            foreach (var file in files)
            {
                var answer = await person.GetAsync(file, Stop);
                var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
                foreach (var text in await TextsOfAsync(bytes))
                {
                    Assert.False(text.Contains(Canary, StringComparison.OrdinalIgnoreCase) || text.Contains(Email, StringComparison.Ordinal), file);
                }

                if (answer.IsSuccessStatusCode && bytes.Length > 0)
                {
                    given.Add(file);
                }
            }

            person.Dispose();
        }

        foreach (var file in new[] { "/mes-donnees/archive", "/offres.atom", "/sitemap.xml", "/administration/journal.csv" })
        {
            Assert.Contains(file, given); // so that it is known to have looked
        }
    }

    /// <summary>A file, and what is in it where it is an archive.</summary>
    private static async Task<IReadOnlyList<string>> TextsOfAsync(byte[] bytes)
    {
        var texts = new List<string> { System.Text.Encoding.UTF8.GetString(bytes) };
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            await using var zip = await ZipArchive.CreateAsync(new MemoryStream(bytes), ZipArchiveMode.Read, false, null, Stop);
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync(Stop));
                texts.Add(await reader.ReadToEndAsync(Stop));
            }
        }

        return texts;
    }

    /// <summary>Every page, or every other address that is read; where one takes a number, with the number of the partner's file.</summary>
    private List<string> Addresses(Guid id, bool isPage) => [.. App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => (e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null) == isPage && (isPage || e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") != true))
        .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            _ => id.ToString(),
        }))))).Distinct()];
}
