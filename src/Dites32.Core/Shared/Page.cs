namespace Dites32.Core.Shared;

/// <summary>One page of a list, with the count needed to draw the pager.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int Count => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The number of rows before the page, whatever number was asked for.</summary>
    public static long Offset(int number, int size) => (Math.Max(number, 1) - 1L) * size;
}
