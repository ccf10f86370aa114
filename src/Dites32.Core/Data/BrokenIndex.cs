using System.Collections.Concurrent;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Dites32.Core.Data;

/// <summary>What it means to a person that the database refused a row. Said beside the index, in <c>NounMapping</c>.</summary>
internal static class BrokenIndex
{
    private static readonly ConcurrentDictionary<string, Error?> Meanings = new();

    /// <summary>A row that breaks this unique index is refused with this error.</summary>
    public static IndexBuilder<T> BreaksWith<T>(this IndexBuilder<T> index, string name, Error error)
    {
        Meanings[name] = error;
        return index.IsUnique().HasDatabaseName(name);
    }

    /// <summary>A row that breaks this unique index means a lost race: the request runs again and finds the winner's row.</summary>
    public static IndexBuilder<T> BreaksByRunningAgain<T>(this IndexBuilder<T> index, string name)
    {
        Meanings[name] = null;
        return index.IsUnique().HasDatabaseName(name);
    }

    /// <summary>A row that breaks this CHECK or exclusion constraint is refused with this error.</summary>
    public static void Declare(string constraint, Error error) => Meanings[constraint] = error;

    /// <summary>
    /// A row that breaks this key or constraint means a lost race, such as a form sent twice: the request runs again and finds
    /// the winner's row.
    /// </summary>
    public static void DeclareRunningAgain(string key) => Meanings[key] = null;

    public static bool Knows(DbUpdateException exception) => NameIn(exception) is { } name && Meanings.ContainsKey(name);

    /// <exception cref="RunAgainException">The index was declared with <see cref="BreaksByRunningAgain"/>.</exception>
    public static Error Explain(DbUpdateException exception) => Meanings[NameIn(exception)!] ?? throw new RunAgainException(exception);

    private static string? NameIn(DbUpdateException exception) => (exception.InnerException as PostgresException)?.ConstraintName;
}
