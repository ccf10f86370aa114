using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Applications;
using Dites32.Core.Audit;
using Dites32.Core.Candidates.AnnuaireSante;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;

namespace Dites32.Tests.Authorization;

/// <summary>What runs in the background, and the mails.</summary>
internal static class JobSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new PrepareAuditMonths());
        samples.Add(_ => new SealAudit());
        samples.Add(_ => new SweepSignIns());
        samples.Add(_ => new RemindLateAnswers());
        samples.Add(_ => new LookUpRpps());
        samples.Add(_ => new SweepDrafts());
        samples.Add(_ => new ScanWaitingDocuments());
        samples.Add(_ => new SweepDocuments());
        samples.Add(_ => new SweepOutbox());
        samples.Add(_ => new ExpireOffers());
        samples.Add(_ => new RemindOfExpiry());
        samples.Add(_ => new GetMission());
        samples.Add(_ => new ListDevelopmentMails());
        samples.Add(_ => new ReadDevelopmentMail(Guid.NewGuid()));
    }
}
