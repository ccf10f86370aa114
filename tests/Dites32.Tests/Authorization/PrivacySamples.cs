using Dites32.Core.Privacy;
using Dites32.Core.Privacy.Retention;

namespace Dites32.Tests.Authorization;

internal static class PrivacySamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new GetPrivacyNotice());
        samples.Add(_ => new ExportMyData());
        samples.Add(c => new ExportApplicationData(c.About.CardId));
        samples.Add(_ => new EraseMyData());
        samples.Add(c => new EraseApplication(c.About.CardId));
        samples.Add(_ => new ListErasures());
        samples.Add(_ => new ReplayErasures());
        samples.Add(_ => new FinishErasures());
        samples.Add(_ => new GetRetention());
        samples.Add(_ => new SwitchRetention(RetentionRule.Pool, IsReal: true));
        samples.Add(_ => new ApplyRetention());
        samples.Add(_ => new CountErased());
    }
}
