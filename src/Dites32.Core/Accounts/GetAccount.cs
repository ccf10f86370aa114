using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>One account, for its administration.</summary>
[AllowRoles(Role.Administrator)]
public sealed record GetAccount(Guid AccountId) : IQuery<Result<AccountDetails>>;

public sealed record AccountDetails(Guid Id, string DisplayName, string Email, IReadOnlyList<Role> Roles);

internal sealed class GetAccountHandler(AppDbContext db) : IRequestHandler<GetAccount, Result<AccountDetails>>
{
    public async Task<Result<AccountDetails>> Handle(GetAccount request, CancellationToken cancellationToken) =>
        await db.FindContactAsync(request.AccountId, cancellationToken) is { } contact
            ? new AccountDetails(contact.Id, contact.DisplayName, contact.Email, await db.RolesOfAsync(contact.Id, cancellationToken))
            : AccountErrors.NotFound;
}
