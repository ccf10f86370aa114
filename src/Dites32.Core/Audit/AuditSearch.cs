namespace Dites32.Core.Audit;

/// <summary>What is looked for in the trail, as it was typed; all of it optional.</summary>
public sealed record AuditSearch
{
    public const string Readings = "lectures";
    public const string Acts = "actions";

    public static readonly AuditSearch Everything = new();

    /// <summary>The first and the last day, in France, both included.</summary>
    public string From { get; init; } = "";
    public string To { get; init; } = "";

    /// <summary>Who acts: the e-mail address of an account, or the number of an account or of a personal link.</summary>
    public string Who { get; init; } = "";

    /// <summary>A code of <see cref="ActionLabels"/>.</summary>
    public string Action { get; init; } = "";

    /// <summary><see cref="Readings"/> of personal files, or <see cref="Acts"/>: all the rest.</summary>
    public string Nature { get; init; } = "";

    /// <summary>What it is about: a kind, by its name, and a number.</summary>
    public string Kind { get; init; } = "";
    public string Number { get; init; } = "";
}
