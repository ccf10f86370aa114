using Dites32.Core.Data;
using Npgsql;

namespace Dites32.Core.Territory;

/// <summary>
/// Brings the data files of the territory into the database, as its owner, at every upgrade: what has changed in a file
/// changes in its table. A row that has left a file stays, because offers and sites may hold its code.
/// </summary>
internal static class TerritoryData
{
    private const string Folder = "Territory.Data";

    public const string MarkChanged = "UPDATE territory_version SET number = number + 1";

    private const string Epcis = """
        INSERT INTO epci AS known (code, name, type, population, communes_in_gers, communes)
        SELECT code, name, type, population::int, communes_in_gers::int, communes::int
        FROM unnest(@code::text[], @name::text[], @type::text[], @population::text[], @communes_in_gers::text[], @communes::text[])
            AS file (code, name, type, population, communes_in_gers, communes)
        ON CONFLICT (code) DO UPDATE SET (name, type, population, communes_in_gers, communes)
            = (excluded.name, excluded.type, excluded.population, excluded.communes_in_gers, excluded.communes)
        WHERE ROW(known.*) IS DISTINCT FROM ROW(excluded.*)
        """;

    private const string Communes = """
        INSERT INTO commune AS known
            (insee_code, name, postal_codes, population, arrondissement, epci_code, latitude, longitude, has_imported_point)
        SELECT insee, name, string_to_array(postal_codes, ' '), population::int, arrondissement, epci,
            nullif(latitude, '')::float8, nullif(longitude, '')::float8, false
        FROM unnest(@insee::text[], @name::text[], @postal_codes::text[], @population::text[], @arrondissement::text[], @epci::text[],
            @latitude::text[], @longitude::text[]) AS file (insee, name, postal_codes, population, arrondissement, epci, latitude, longitude)
        ON CONFLICT (insee_code) DO UPDATE SET (name, postal_codes, population, arrondissement, epci_code, latitude, longitude)
            = (excluded.name, excluded.postal_codes, excluded.population, excluded.arrondissement, excluded.epci_code,
               CASE WHEN known.has_imported_point THEN known.latitude ELSE excluded.latitude END,
               CASE WHEN known.has_imported_point THEN known.longitude ELSE excluded.longitude END)
        WHERE (known.name, known.postal_codes, known.population, known.arrondissement, known.epci_code)
            IS DISTINCT FROM (excluded.name, excluded.postal_codes, excluded.population, excluded.arrondissement, excluded.epci_code)
            OR (NOT known.has_imported_point AND (known.latitude, known.longitude) IS DISTINCT FROM (excluded.latitude, excluded.longitude))
        """;

    private const string Specialties = """
        INSERT INTO specialty AS known (code, label)
        SELECT * FROM unnest(@code::text[], @label::text[])
        ON CONFLICT (code) DO UPDATE SET label = excluded.label
        WHERE known.label IS DISTINCT FROM excluded.label
        """;

    /// <summary>Once there, they belong to the administrators: nothing is overwritten.</summary>
    private const string Structures = """
        INSERT INTO organisation (id, name, is_public_employer, kind)
        VALUES ('00000032-0000-7000-8000-000000000001', 'Département du Gers – Centre départemental de santé', true, 'Department')
        ON CONFLICT DO NOTHING;
        INSERT INTO site (id, organisation_id, kind, name, insee_code, status)
        SELECT id::uuid, '00000032-0000-7000-8000-000000000001', kind, name, insee, 'Open'
        FROM unnest(@id::text[], @kind::text[], @name::text[], @insee::text[]) AS file (id, kind, name, insee)
        ON CONFLICT DO NOTHING
        """;

    public static async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = await DataFile.RunAsync(connection, Epcis, $"{Folder}.epci-gers.csv", cancellationToken)
            + await DataFile.RunAsync(connection, Communes, $"{Folder}.communes-gers.csv", cancellationToken)
            + await DataFile.RunAsync(connection, Specialties, $"{Folder}.specialties.csv", cancellationToken);
        await DataFile.RunAsync(connection, Structures, $"{Folder}.sites.csv", cancellationToken);
        if (changed > 0)
        {
            await using var mark = new NpgsqlCommand(MarkChanged, connection);
            await mark.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
