namespace Dites32.Core.Internships;

/// <summary>Where an intern is enrolled (faculté, UFR de santé).</summary>
internal sealed class Faculty
{
    public const int MaxNameLength = 120;

    private Faculty() { }

    public Guid Id { get; private init; }
    public string Name { get; private init; } = "";

    public static Faculty Named(Guid id, string name) => new() { Id = id, Name = name };
}
