using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

internal static class AuditErrors
{
    /// <summary>Another instance was faster: the next run goes on from there.</summary>
    public static readonly Error SealedMeanwhile =
        new(ErrorKind.Conflict, "sealed-meanwhile", "Une autre instance vient de sceller le journal.");
}
