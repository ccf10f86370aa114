using Dites32.Core.Data;
using Dites32.Core.Demo;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.E2E.Infrastructure;

/// <summary>A portal of its own: the application with the demo in its database, and the post office that gets its mails.</summary>
public sealed class Portal : IAsyncLifetime
{
    private static readonly TimeSpan MailPatience = TimeSpan.FromSeconds(30);
    private string connectionString = "";
    private SmtpSink sink = null!;

    public AppProcess App { get; private set; } = null!;

    public string Address => App.Address;

    public async ValueTask InitializeAsync()
    {
        connectionString = new NpgsqlConnectionStringBuilder(await DatabaseTemplate.CloneAsync()) { MaxPoolSize = 20 }.ConnectionString;
        await DemoSeed.RunAsync(OwnerConnectionString, TimeProvider.System);
        sink = new SmtpSink();
        App = new AppProcess(connectionString, sink.Port);
        await App.StartAsync();
        using var client = new HttpClient();
        (await client.GetAsync(Address)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await sink.DisposeAsync();
        await DatabaseTemplate.DropAsync(connectionString);
    }

    internal async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> run)
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(OwnerConnectionString).Options);
        return await run(db);
    }

    /// <summary>The first mail to this address with these words in its subject, once it has arrived.</summary>
    public async Task<ReceivedMail> MailAsync(string to, string subject)
    {
        using var patience = new CancellationTokenSource(MailPatience);
        while (true)
        {
            if (sink.Mails.FirstOrDefault(m => m.Recipient == to && m.Header("Subject").Contains(subject, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }

            try
            {
                await sink.NextAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"No mail « {subject} » to {to}. Arrived: {string.Join(", ", sink.Mails.Select(m => $"{m.Recipient} « {m.Header("Subject")} »"))}\n{App.Output}");
            }
        }
    }

    private string OwnerConnectionString => new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server)
    {
        Database = new NpgsqlConnectionStringBuilder(connectionString).Database,
        Pooling = false,
    }.ConnectionString;
}
