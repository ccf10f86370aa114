using Dites32.Core.Data;
using Npgsql;

namespace Dites32.Core.Internships;

/// <summary>Brings the residencies that a decree describes into the database, as its owner, at every upgrade.</summary>
internal static class InternshipData
{
    private const string Residencies = """
        INSERT INTO residency AS known (code, specialty_code, label, semesters, months_to_validate, entry_from, entry_before, slots)
        SELECT code, specialty, label, semesters::int, months::int, nullif(entry_from, '')::date, nullif(entry_before, '')::date, string_to_array(slots, ' ')
        FROM unnest(@code::text[], @specialty::text[], @label::text[], @semesters::text[], @months::text[], @entry_from::text[], @entry_before::text[], @slots::text[])
            AS file (code, specialty, label, semesters, months, entry_from, entry_before, slots)
        ON CONFLICT (code) DO UPDATE SET (label, semesters, months_to_validate, entry_from, entry_before, slots)
            = (excluded.label, excluded.semesters, excluded.months_to_validate, excluded.entry_from, excluded.entry_before, excluded.slots)
        WHERE ROW(known.*) IS DISTINCT FROM ROW(excluded.*)
        """;

    /// <summary>Where the Gers's interns come from most; the coordinator adds the others.</summary>
    private const string Faculties = """
        INSERT INTO faculty (id, name) VALUES ('00000032-0000-7000-8000-000000000101', 'Toulouse') ON CONFLICT DO NOTHING
        """;

    /// <summary>Known ones only: what the coordinator has written since stays.</summary>
    private const string Allowances = """
        INSERT INTO housing_allowance (starts_on, monthly_euros, source)
        SELECT starts::date, euros::int, source FROM unnest(@starts::text[], @euros::text[], @source::text[]) AS file (starts, euros, source)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Once: a coordinator corrects them afterwards.</summary>
    private const string LicenceConditions = """
        INSERT INTO licence_condition (specialty_code, semesters, one_of, further, source, is_confirmed)
        SELECT code, semesters::int, string_to_array(one_of, ' '), nullif(further, ''), source, confirmed::boolean
        FROM unnest(@code::text[], @semesters::text[], @one_of::text[], @further::text[], @source::text[], @confirmed::text[])
            AS file (code, semesters, one_of, further, source, confirmed)
        ON CONFLICT DO NOTHING
        """;

    public static async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await DataFile.RunAsync(connection, Residencies, "Internships.Data.residencies.csv", cancellationToken);
        await DataFile.RunAsync(connection, Allowances, "Internships.Data.housing-allowances.csv", cancellationToken);
        await DataFile.RunAsync(connection, LicenceConditions, "Internships.Data.licence-conditions.csv", cancellationToken);
        await using var command = new NpgsqlCommand(Faculties, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
