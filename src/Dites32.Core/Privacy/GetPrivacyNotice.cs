using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Privacy;

/// <summary>What the portal does with personal data, for whoever asks (RGPD, art. 13 and 14). No errors.</summary>
[AllowEveryone]
public sealed record GetPrivacyNotice : IQuery<Result<PrivacyNotice>>;

/// <param name="Version">The day of its last change.</param>
/// <param name="Email">Of the data protection officer, or of whoever answers for them.</param>
public sealed record PrivacyNotice(DateOnly Version, string Controller, string Email, IReadOnlyList<NoticePurpose> Purposes);

/// <param name="Data">By kind: « Compte », its labels.</param>
public sealed record NoticePurpose(
    string Title, string WhatFor, string Basis, string People, string Recipients, string Retention, IReadOnlyList<NoticeData> Data);

public sealed record NoticeData(string Title, IReadOnlyList<string> Labels);

internal sealed class GetPrivacyNoticeHandler(Portal portal) : IRequestHandler<GetPrivacyNotice, Result<PrivacyNotice>>
{
    public Task<Result<PrivacyNotice>> Handle(GetPrivacyNotice query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PrivacyNotice>>(new PrivacyNotice(
            NoticeVersion.Current, portal.Controller, portal.DataProtectionAddress,
            [.. PersonalData.Current.Purposes.Select(p => Of(PersonalData.Current, p.Key, p.Value))]));

    internal static NoticePurpose Of(PersonalData data, string code, Purpose purpose) => new(
        purpose.Title, purpose.WhatFor, purpose.Basis, purpose.People, purpose.Recipients, purpose.Retention,
        purpose.Data is not null ? [new NoticeData(purpose.Data, [])] : [.. data.Tables.Values.Where(t => t.Purpose == code)
            .Select(t => new NoticeData(t.Title, [.. t.Columns.Values.Distinct()]))]);
}
