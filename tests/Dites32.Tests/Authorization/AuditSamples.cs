using Dites32.Core.Audit;

namespace Dites32.Tests.Authorization;

internal static class AuditSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new SearchAudit(AuditSearch.Everything));
        samples.Add(_ => new ExportAudit(AuditSearch.Everything));
    }
}
