using Dites32.Core.Privacy;

namespace Dites32.Tests.Authorization;

internal static class PrivacySamples
{
    public static void AddTo(Samples samples) => samples.Add(_ => new GetPrivacyNotice());
}
