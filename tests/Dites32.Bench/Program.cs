using System.Globalization;

namespace Dites32.Bench;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        Clock.BeFrench();
        var server = Environment.GetEnvironmentVariable("DITES32_TEST_SERVER");
        if (args is ["bare", var kind, var port, var appAddress, var paths])
        {
            await BareHost.RunAsync(kind, int.Parse(port, CultureInfo.InvariantCulture), new Uri(appAddress), paths, Databases.App(server!));
            return 0;
        }

        if (server is null)
        {
            await Console.Error.WriteLineAsync("DITES32_TEST_SERVER is missing: run ./dev bench");
            return 1;
        }

        var at = Array.IndexOf(args, "--seconds");
        var seconds = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 6;
        await Databases.PrepareAsync(server);
        if (args.Contains("--seed-only"))
        {
            return 0;
        }

        var published = Environment.GetEnvironmentVariable("DITES32_BENCH_PORTAL") ?? throw new InvalidOperationException("DITES32_BENCH_PORTAL is missing: run ./dev bench");
        return await Measures.RunAsync(server, published, seconds) ? 0 : 1;
    }

    private static class Clock
    {
        public static void BeFrench() =>
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
    }
}
