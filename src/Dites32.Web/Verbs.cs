using System.Globalization;
using Dites32.Core;
using Dites32.Core.Data;
using Dites32.Core.Demo;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.Territory;

namespace Dites32.Web;

/// <summary>What the program does besides serving pages: <c>migrate</c>, <c>seed</c>, <c>register</c>… It then ends.</summary>
internal static class Verbs
{
    public static async Task<int?> TryRunAsync(string[] args, IConfiguration configuration)
    {
        switch (args.FirstOrDefault())
        {
            case "migrate":
                await Database.MigrateAsync(OwnerConnectionString(configuration));
                Console.WriteLine("The database is up to date.");
                return 0;
            case "seed" when args.Contains("--demo"):
                var added = await DemoSeed.RunAsync(OwnerConnectionString(configuration), TimeProvider.System);
                Console.WriteLine(added ? "The demo is in the database." : "The demo was in the database already.");
                return 0;
            case "seed":
                return await SeedAsync(args[1..], configuration);
            case "import-contours":
                return await ImportContoursAsync(args[1..], configuration);
            case "audit-verify":
                return await AuditVerbs.VerifyAsync(
                    args[1..], configuration.GetConnectionString("Dites32")!, configuration.GetConnectionString("Dites32Spouse")!, Console.Out);
            case "audit-purge":
                return await AuditVerbs.PurgeAsync(OwnerConnectionString(configuration), Console.Out);
            case "erasures":
                return await ErasuresAsync(args[1..], configuration);
            case "register" when args.Contains("dites32-a-2"):
                Console.Write(SpouseRegister.Write());
                return 0;
            case "register":
                Console.Write(ProcessingRegister.Write());
                return 0;
            default:
                return null;
        }
    }

    /// <summary><c>seed --offers N --applications N</c></summary>
    private static async Task<int> SeedAsync(string[] args, IConfiguration configuration)
    {
        if (Number(args, "--offers") is not { } offers || Number(args, "--applications") is not { } applications)
        {
            await Console.Error.WriteLineAsync("seed --demo, or seed --offers N --applications N");
            return 1;
        }

        var added = await LargeSeed.RunAsync(OwnerConnectionString(configuration), offers, applications, TimeProvider.System);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Added in {added.Elapsed.TotalSeconds:0.0} s: {added.Offers} offers, {added.Stages} stages, {added.Candidates} candidates, {added.Applications} applications, {added.Events} events."));
        return 0;
    }

    private static int? Number(string[] args, string option) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length
        && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary><c>import-contours PATH… [--source=TEXT]</c></summary>
    private static async Task<int> ImportContoursAsync(string[] args, IConfiguration configuration)
    {
        const string sourceOption = "--source=";
        var source = args.LastOrDefault(a => a.StartsWith(sourceOption, StringComparison.Ordinal))?[sourceOption.Length..];
        var paths = args.Where(a => !a.StartsWith(sourceOption, StringComparison.Ordinal)).ToList();
        try
        {
            var imported = await ContoursImport.RunAsync(
                OwnerConnectionString(configuration), paths, string.IsNullOrWhiteSpace(source) ? ContoursImport.UsualSource : source);
            Console.WriteLine($"Outlines: {imported.Communes} communes, {imported.Epcis} EPCI{(imported.Department ? ", the département" : "")}. "
                + $"Points set: {imported.Points}.");
            if (imported.LeftOut.Count > 0)
            {
                Console.WriteLine($"Left out, because the database does not know them: {string.Join(", ", imported.LeftOut)}.");
            }

            return 0;
        }
        catch (InvalidDataException badFile)
        {
            await Console.Error.WriteLineAsync(badFile.Message);
            return 1;
        }
    }

    /// <summary><c>erasures list</c>, <c>erasures replay [FILE]</c>: what was erased stays erased after a restore.</summary>
    private static async Task<int> ErasuresAsync(string[] args, IConfiguration configuration)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(configuration)
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Background:Enabled", "false")]).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddDites32Core(settings);
        await using var provider = services.BuildServiceProvider();
        var dispatcher = provider.GetRequiredService<IDispatcher>();
        try
        {
            switch (args)
            {
                case ["list"]:
                    var portal = ErasureFile.Write((await dispatcher.SendAsync(Actor.System, new ListErasures())).Value);
                    var behindTheWall = SpouseErasureFile.Write((await dispatcher.SendAsync(Actor.System, new ListSpouseErasures())).Value);
                    foreach (var line in portal.Concat(behindTheWall))
                    {
                        Console.WriteLine(line);
                    }

                    return 0;
                case ["replay", .. var files] when files.Length < 2:
                    var journals = files.Length == 0 ? default : SpouseErasureFile.Read(await File.ReadAllLinesAsync(files[0]));
                    var erased = await dispatcher.SendAsync(Actor.System, new ReplayErasures(journals.Portal));
                    var erasedThere = await dispatcher.SendAsync(Actor.System, new ReplaySpouseErasures(journals.BehindTheWall));
                    Console.WriteLine($"Erased again: {erased.Value}, and {erasedThere.Value} of Dites32 à 2.");
                    return 0;
                default:
                    await Console.Error.WriteLineAsync("erasures list, or erasures replay [FILE]");
                    return 1;
            }
        }
        catch (InvalidDataException badFile)
        {
            await Console.Error.WriteLineAsync(badFile.Message);
            return 1;
        }
    }

    private static string OwnerConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Dites32Owner")
        ?? throw new InvalidOperationException("The connection string Dites32Owner is missing: the schema belongs to the role owner.");
}
