using System.Text.Json;

namespace Dites32.Core.Internships;

/// <summary>A profile as one text, which an undo compares and restores.</summary>
internal static class InternProfiles
{
    public static string Write(InternProfile profile) => JsonSerializer.Serialize(profile);

    public static InternProfile Read(string text) => JsonSerializer.Deserialize<InternProfile>(text)!;
}
