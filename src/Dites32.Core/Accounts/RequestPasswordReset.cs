using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>Sends a link to choose a new password (30 minutes). The answer, its time and its statements are the same whether the address has an account or not.</summary>
[AllowEveryone]
public sealed record RequestPasswordReset(string Email) : ICommand<Result>, ITraced;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class RequestPasswordResetHandler(AppDbContext db, Outbox outbox, AccountEmails emails, FoundSubject subject)
    : IRequestHandler<RequestPasswordReset, Result>
{
    public async Task<Result> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        subject.IsAccount(account?.Id);
        var email = emails.Reset(account ?? Account.Nobody(request.Email));
        await outbox.WriteIfMayAsync(email with { GoesNowhere = account is null }, cancellationToken);
        return Result.Success;
    }
}
