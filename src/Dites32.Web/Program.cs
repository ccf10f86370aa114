using Dites32.Core;
using Dites32.Core.Data;
using Dites32.Web;
using Dites32.Web.Shared;

var builder = WebApplication.CreateBuilder(args);

if (await Verbs.TryRunAsync(args, builder.Configuration) is { } exitCode)
{
    return exitCode;
}

French.IsTheCultureOfEverything();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddDites32Core(builder.Configuration);
builder.Services.AddDites32Web(builder.Configuration);

var app = builder.Build();
if (app.Environment.IsProduction() && ProtectionKeysRegistration.Missing(app.Configuration) is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

app.UseDites32Web();
await app.RunAsync();
return 0;

public partial class Program;
