using Dites32.Core.Data;

namespace Dites32.Web;

/// <summary>What the program does besides serving pages: <c>migrate</c>, <c>seed</c>… It then ends.</summary>
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
            default:
                return null;
        }
    }

    private static string OwnerConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Dites32Owner")
        ?? throw new InvalidOperationException("The connection string Dites32Owner is missing: the schema belongs to the role owner.");
}
