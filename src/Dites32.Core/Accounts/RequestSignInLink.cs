using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>Sends a link that signs in (30 minutes, once). The answer, its time and its statements are the same whether the address has an account or not.</summary>
[AllowEveryone]
public sealed record RequestSignInLink(string Email) : ICommand<Result>, ITraced;

internal sealed class RequestSignInLinkValidator : AbstractValidator<RequestSignInLink>
{
    public RequestSignInLinkValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class RequestSignInLinkHandler(AppDbContext db, Outbox outbox, AccountEmails emails, FoundSubject subject) : IRequestHandler<RequestSignInLink, Result>
{
    public async Task<Result> Handle(RequestSignInLink request, CancellationToken cancellationToken)
    {
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        subject.IsAccount(account?.Id);
        var email = emails.SignIn(account ?? Account.Nobody(request.Email));
        await outbox.WriteIfMayAsync(email with { GoesNowhere = account is not { EmailConfirmed: true, DisabledAt: null } }, cancellationToken);
        return Result.Success;
    }
}
