using Dites32.Core.Notifications;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.SpouseSupport;

/// <summary>What Dites32 à 2 does with personal data, for whoever asks (RGPD, art. 13 and 14). No errors.</summary>
[AllowEveryone]
public sealed record GetSpouseNotice : IQuery<Result<PrivacyNotice>>, IBehindTheWall;

internal sealed class GetSpouseNoticeHandler(Portal portal) : IRequestHandler<GetSpouseNotice, Result<PrivacyNotice>>
{
    public Task<Result<PrivacyNotice>> Handle(GetSpouseNotice query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PrivacyNotice>>(new PrivacyNotice(
            NoticeVersion.Current, portal.Controller, portal.DataProtectionAddress,
            [.. SpouseData.Current.Purposes.Select(p => GetPrivacyNoticeHandler.Of(SpouseData.Current, p.Key, p.Value))]));
}
