using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dites32.Tests.Infrastructure;

/// <summary>Counts the SQL statements that EF Core sends to each database, so that a page that asks once per row turns red.</summary>
public static class SqlStatements
{
    private static readonly ConcurrentDictionary<string, int> Counts = new();
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Texts = new();

    /// <summary>How many were sent while this ran.</summary>
    public static async Task<int> CountAsync(string connectionString, Func<Task> run)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        var before = Counts.GetValueOrDefault(database);
        await run();
        return Counts.GetValueOrDefault(database) - before;
    }

    /// <summary>What was sent while this ran, in its order.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string connectionString, Func<Task> run)
    {
        var texts = Texts[new NpgsqlConnectionStringBuilder(connectionString).Database!] = new();
        await run();
        Texts.TryRemove(new NpgsqlConnectionStringBuilder(connectionString).Database!, out _);
        return [.. texts];
    }

    // Before the first context: EF Core looks only once a second whether somebody listens.
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new ToListeners());

    private sealed class ToListeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(new ToCommands(), name => name == RelationalEventId.CommandExecuting.Name);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class ToCommands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: { Connection: { } connection } command })
            {
                if (Texts.TryGetValue(connection.Database, out var texts))
                {
                    texts.Enqueue(command.CommandText);
                }

                Counts.AddOrUpdate(connection.Database, 1, (_, count) => count + 1);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
