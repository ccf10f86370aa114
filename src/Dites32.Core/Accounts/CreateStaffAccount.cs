using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>Opens an account for a colleague, who chooses the password by a link (7 days). An address that has an account is refused.</summary>
[AllowRoles(Role.Administrator), NeedsFreshProof]
public sealed record CreateStaffAccount(string DisplayName, string Email, IReadOnlyList<Role> Roles) : ICommand<Result<Guid>>;

internal sealed class CreateStaffAccountValidator : AbstractValidator<CreateStaffAccount>
{
    public CreateStaffAccountValidator()
    {
        RuleFor(r => r.DisplayName).IsDisplayName();
        RuleFor(r => r.Email).IsAddress();
        RuleFor(r => r.Roles)
            .Must(roles => roles.Count > 0 && roles.All(role => role.IsStaff())).WithMessage("Choisissez au moins un rôle.");
    }
}

internal sealed class CreateStaffAccountHandler(AppDbContext db, Outbox outbox, AccountEmails emails)
    : IRequestHandler<CreateStaffAccount, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(CreateStaffAccount request, CancellationToken cancellationToken)
    {
        if (await db.FindAccountAsync(request.Email, cancellationToken) is not null)
        {
            return AccountErrors.AddressTaken;
        }

        var account = Account.Invited(EmailAddress.Normalise(request.Email), request.DisplayName);
        db.Add(account);
        db.AddRange(AccountFactory.Roles(account, request.Roles.Distinct()));
        outbox.Write(emails.Invitation(account));
        return account.Id;
    }
}
