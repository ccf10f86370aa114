using Dites32.Core.Shared;

namespace Dites32.Bench;

/// <summary>The recruiter's side, through the dispatcher: boards with many cards, and moves.</summary>
internal static class Workspace
{
    public static Task MeasureAsync(Report report, Core core, string connectionString, Actor mission, int parallel, int seconds) => Task.CompletedTask;
}
