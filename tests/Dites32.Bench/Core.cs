using System.Collections.Concurrent;
using System.Diagnostics;
using Dites32.Core;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dites32.Bench;

/// <summary>The portal's own handlers in this process, and the SQL that they send.</summary>
internal sealed class Core : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Core(string connectionString)
    {
        Statements.Listen();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDites32Core(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Dites32"] = connectionString,
            ["ConnectionStrings:Dites32Spouse"] = Databases.SpouseIn(connectionString),
            ["Portal:PublicAddress"] = "http://localhost",
            ["Offers:PagesKeptSeconds"] = "0", // its statements are captured here
            ["Background:Enabled"] = "false",
        }).Build());
        services = collection.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<TResponse> SendAsync<TResponse>(Actor actor, IRequest<TResponse> request) =>
        services.GetRequiredService<IDispatcher>().SendAsync(actor, request);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>What EF Core sends to PostgreSQL.</summary>
internal static class Statements
{
    private static int listening;
    private static long count;
    private static ConcurrentQueue<NpgsqlCommand>? kept;

    public static bool ReadsOffers(NpgsqlCommand command) => command.CommandText.Contains("FROM offer AS", StringComparison.Ordinal);

    public static long Count => Interlocked.Read(ref count);

    /// <summary>Copies of the commands sent while this ran, with their parameters.</summary>
    public static async Task<IReadOnlyList<NpgsqlCommand>> CaptureAsync(Func<Task> run)
    {
        kept = new ConcurrentQueue<NpgsqlCommand>();
        await run();
        var captured = kept;
        kept = null;
        return [.. captured];
    }

    // Before the first context: EF Core looks only once a second whether somebody listens.
    public static void Listen()
    {
        if (Interlocked.Exchange(ref listening, 1) == 0)
        {
            DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
            {
                if (listener.Name == DbLoggerCategory.Name)
                {
                    listener.Subscribe(new Observer<KeyValuePair<string, object?>>(OnEvent), name => name == RelationalEventId.CommandExecuting.Name);
                }
            }));
        }
    }

    private static void OnEvent(KeyValuePair<string, object?> happened)
    {
        if (happened.Value is CommandEventData { Command: NpgsqlCommand command })
        {
            Interlocked.Increment(ref count);
            kept?.Enqueue(command.Clone());
        }
    }

    private sealed class Observer<T>(Action<T> onNext) : IObserver<T>
    {
        public void OnNext(T value) => onNext(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
