namespace Dites32.Core.Documents;

public static class DocumentLimits
{
    /// <summary>10 Mo, counted as Windows and the phones count them.</summary>
    public const long MaxSize = 10 * 1024 * 1024;
    public const int MaxPerOwner = 5;
    public const int MaxFileNameLength = 150;
}
