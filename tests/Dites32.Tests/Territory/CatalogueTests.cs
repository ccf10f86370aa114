using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Tests.Territory;

public sealed class CatalogueTests : CoreTest
{
    [Fact]
    public async Task The_Gers_has_458_communes_in_17_groupings_and_medicine_44_specialties()
    {
        var catalogue = await CatalogueAsync();

        Assert.Equal(458, catalogue.Communes.Count);
        Assert.Equal(17, catalogue.Epcis.Count);
        Assert.Equal(44, catalogue.Specialties.Count);
        Assert.Equal(192_645, catalogue.Communes.Values.Sum(c => c.Population));
        Assert.All(catalogue.Communes.Values, c => Assert.Contains(c.EpciCode, catalogue.Epcis.Keys));
        Assert.Equal(30, catalogue.Communes.Values.Count(c => c.Latitude is not null));
    }

    [Fact]
    public async Task A_commune_is_read_as_its_file_says()
    {
        var catalogue = await CatalogueAsync();
        var auch = catalogue.Communes["32013"];

        Assert.Equal(("Auch", 22_428, "CA Grand Auch Coeur de Gascogne"), (auch.Name, auch.Population, catalogue.Epcis[auch.EpciCode].Name));
        Assert.Equal((43.6456, 0.5886), (auch.Latitude, auch.Longitude));
        Assert.Equal(["32250", "32440"], catalogue.Communes["32079"].PostalCodes);
        Assert.Equal("Médecine générale", catalogue.Specialties["medecine-generale"].Label);
    }

    [Fact]
    public async Task An_EPCI_that_crosses_the_border_counts_its_communes_in_the_Gers_and_in_all()
    {
        var epci = await InDatabaseAsync(db => db.Epcis.SingleAsync(e => e.Code == "200030435", TestContext.Current.CancellationToken));

        Assert.Equal((10, 22, 13_554, "CC"), (epci.CommunesInGers, epci.Communes, epci.Population, epci.Type));
    }

    [Theory]
    [InlineData("Auch", "32013")]
    [InlineData("Auch (32000)", "32013")]
    [InlineData("32000", "32013")]
    [InlineData("32000 auch", "32013")]
    [InlineData("L'Isle-Jourdain", "32160")]
    [InlineData("l’isle jourdain", "32160")]
    [InlineData("ISLE JOURDAIN", "32160")]
    [InlineData("valence sur baise", "32459")]
    [InlineData("Castelnau d'Auzan Labarrère (32440)", "32079")]
    [InlineData("Escorneboeuf", "32123")]
    [InlineData("Auch (32100)", null)] // the postal code of Condom
    [InlineData("32600", null)] // several communes
    [InlineData("99999", null)]
    [InlineData("Toulouse", null)]
    [InlineData("", null)]
    public async Task A_commune_is_found_by_what_a_person_writes(string text, string? inseeCode) =>
        Assert.Equal(inseeCode, (await CatalogueAsync()).FindCommune(text)?.InseeCode);

    [Fact]
    public async Task Every_commune_is_found_by_its_label()
    {
        var catalogue = await CatalogueAsync();

        Assert.All(catalogue.CommunesByName, c => Assert.Same(c, catalogue.FindCommune(c.Label)));
    }

    [Fact]
    public async Task A_radius_holds_the_communes_around_nearest_first_and_the_commune_itself()
    {
        var catalogue = await CatalogueAsync();

        Assert.Equal(["32013", "32307", "32331"], catalogue.Within("32013", 10)); // Auch, Pavie, Preignan
        Assert.Equal(["32013"], catalogue.Within("32013", 0));
        Assert.Equal(["32001"], catalogue.Within("32001", 50)); // no coordinates
        Assert.Empty(catalogue.Within("99999", 50));
        Assert.Equal(38.86, Catalogue.Distance(catalogue.Communes["32013"], catalogue.Communes["32107"])!.Value, 0.01);
    }

    [Fact]
    public async Task Loading_again_changes_nothing_and_a_changed_row_is_put_right()
    {
        var before = await VersionAsync();
        await Database.MigrateAsync(OwnerConnectionString, TestContext.Current.CancellationToken);
        Assert.Equal(before, await VersionAsync());

        await RunAsOwnerAsync("UPDATE commune SET population = 1 WHERE insee_code = '32013'; UPDATE epci SET name = 'x' WHERE code = '243200425'");
        await Database.MigrateAsync(OwnerConnectionString, TestContext.Current.CancellationToken);

        Assert.Equal(before + 1, await VersionAsync());
        Assert.Equal(22_428, (await CatalogueAsync()).Communes["32013"].Population);
        Assert.Equal(5, await InDatabaseAsync(db => db.Sites.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_import_is_known_to_every_instance_within_a_minute()
    {
        Assert.Equal("Auch", (await CatalogueAsync()).Communes["32013"].Name);
        await RunAsOwnerAsync($"UPDATE commune SET name = 'Auch-sur-Gers' WHERE insee_code = '32013'; {TerritoryData.MarkChanged}");

        Assert.Equal("Auch", (await CatalogueAsync()).Communes["32013"].Name);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Auch-sur-Gers", (await CatalogueAsync()).Communes["32013"].Name);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var first = await CatalogueAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Same(first, await CatalogueAsync());
    }

    [Fact]
    public async Task The_application_cannot_write_the_territory()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => InDatabaseAsync(db =>
            db.Communes.ExecuteDeleteAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_departmental_health_centre_is_there_with_its_sites()
    {
        var sites = (await SendAsync(await SomeoneAsync(Role.Administrator), new ListMySites())).Value;

        Assert.Equal(["Estang", "Fleurance", "Marciac", "Plaisance", "Vic-Fezensac"], sites.Select(s => s.CommuneName).Order());
        Assert.All(sites, s => Assert.True(s.IsPublicEmployer));
        Assert.Equal(2, sites.Count(s => s.Kind == StructureKind.Branch));
    }

    private async Task<Catalogue> CatalogueAsync() => (await SendAsync(Actor.Anonymous, new GetCatalogue())).Value;

    private Task<long> VersionAsync() =>
        InDatabaseAsync(db => db.TerritoryVersions.Select(v => v.Number).SingleAsync(TestContext.Current.CancellationToken));
}
