using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Notifications;

/// <summary>One mail of the folder <c>Mail:Folder</c>. Development only: elsewhere the answer is <c>mail-not-found</c>.</summary>
[AllowEveryone]
public sealed record ReadDevelopmentMail(Guid Id) : IQuery<Result<DevelopmentMail>>;

internal sealed class ReadDevelopmentMailHandler(MailFolder folder) : IRequestHandler<ReadDevelopmentMail, Result<DevelopmentMail>>
{
    public Task<Result<DevelopmentMail>> Handle(ReadDevelopmentMail request, CancellationToken cancellationToken) =>
        Task.FromResult(folder.IsOpen && folder.Read(request.Id) is { } mail
            ? Result<DevelopmentMail>.Success(mail)
            : NotificationErrors.MailNotFound);
}
