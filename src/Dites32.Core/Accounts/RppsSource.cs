namespace Dites32.Core.Accounts;

/// <summary>Who has confirmed that an RPPS number is somebody's.</summary>
public enum RppsSource { ProSanteConnect }

public static class RppsSourceLabels
{
    public static string Label(this RppsSource source) => source switch
    {
        RppsSource.ProSanteConnect => "Pro Santé Connect",
    };
}
