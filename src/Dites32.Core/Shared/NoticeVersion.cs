namespace Dites32.Core.Shared;

/// <summary>The day of the last change of the privacy notice: shown on it and on each form, and kept with what is sent.</summary>
public static class NoticeVersion
{
    public static readonly DateOnly Current = new(2026, 11, 30);
}
