using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Notifications;

/// <summary>
/// The mails written to the folder <c>Mail:Folder</c>, the newest first. Development only: elsewhere the answer is
/// <c>mail-not-found</c>.
/// </summary>
[AllowEveryone]
public sealed record ListDevelopmentMails : IQuery<Result<IReadOnlyList<DevelopmentMail>>>;

internal sealed class ListDevelopmentMailsHandler(MailFolder folder)
    : IRequestHandler<ListDevelopmentMails, Result<IReadOnlyList<DevelopmentMail>>>
{
    public Task<Result<IReadOnlyList<DevelopmentMail>>> Handle(ListDevelopmentMails request, CancellationToken cancellationToken) =>
        Task.FromResult(folder.IsOpen
            ? Result<IReadOnlyList<DevelopmentMail>>.Success(folder.List())
            : NotificationErrors.MailNotFound);
}
