using System.Reflection;
using System.Text.RegularExpressions;
using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Dites32.Core.Privacy;

/// <summary>What the database says about people: <c>personal-data.yaml</c>, which explains itself at its head.</summary>
internal sealed partial class PersonalData
{
    public static PersonalData Current { get; } = Read(
        "Dites32.Core.Privacy.personal-data.yaml",
        () => new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql().Options));

    public Dictionary<string, Purpose> Purposes { get; private init; } = [];
    public Dictionary<string, DataTable> Tables { get; private init; } = [];

    /// <summary>The words of the codes in these columns.</summary>
    [YamlIgnore]
    public CodeLabels Labels { get; private set; } = null!;

    /// <summary>A file of this assembly, of the same shape, about the tables of a context.</summary>
    public static PersonalData Read(string resource, Func<DbContext> context)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var data = new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .IncludeNonPublicProperties()
            .WithDuplicateKeyChecking()
            .Build()
            .Deserialize<PersonalData>(Breakable().Replace(reader.ReadToEnd(), "\u00a0"));
        data.Labels = new CodeLabels(context);
        return data;
    }

    /// <summary>French sets a space before some signs, where no line may break; the file is written with ordinary ones.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N})]) (?=[;!?»](\s|$))|(?<=«) ")]
    private static partial Regex Breakable();
}

/// <summary>Why the portal holds data (finalité), as the register of art. 30 wants it said.</summary>
internal sealed class Purpose
{
    public string Title { get; private init; } = "";
    public string WhatFor { get; private init; } = "";
    public string Basis { get; private init; } = "";
    public string People { get; private init; } = "";
    public string Recipients { get; private init; } = "";
    public string Retention { get; private init; } = "";

    /// <summary>Of a purpose without tables of its own.</summary>
    public string? Data { get; private init; }
}

/// <summary>What an erasure does with the rows of a person.</summary>
internal enum RowErasure { Delete, Overwrite, Keep }

internal sealed class DataTable
{
    public string Title { get; private init; } = "";
    public string? Purpose { get; private init; }

    /// <summary>One of these conditions, each column of it being among the person's keys of this name.</summary>
    public List<Dictionary<string, string>> ReachedBy { get; private init; } = [];
    public RowErasure? Erasure { get; private init; }
    public string? Because { get; private init; }
    public Dictionary<string, string> Columns { get; private init; } = [];
    public List<string> Derived { get; private init; } = [];
    public Dictionary<string, string> NotExported { get; private init; } = [];
    public Dictionary<string, string> Kept { get; private init; } = [];
    public List<string> None { get; private init; } = [];

    public bool IsPersonal => Columns.Count > 0;

    /// <summary>What an export shows.</summary>
    public IEnumerable<string> Exported => Columns.Keys.Except(NotExported.Keys);

    public IEnumerable<string> AllColumns => Columns.Keys.Concat(Derived).Concat(None);
}
