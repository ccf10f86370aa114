using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>What one's own account holds.</summary>
[AllowAccounts]
public sealed record GetMyAccount : IQuery<Result<MyAccount>>;

/// <param name="IsCandidate">Somebody who may apply: a doctor, an intern.</param>
public sealed record MyAccount(string DisplayName, string Email, bool IsCandidate);

internal sealed class GetMyAccountHandler(AppDbContext db, Actor actor) : IRequestHandler<GetMyAccount, Result<MyAccount>>
{
    public async Task<Result<MyAccount>> Handle(GetMyAccount request, CancellationToken cancellationToken) =>
        await db.FindContactAsync(actor.RequiredAccountId, cancellationToken) is { } contact
            ? new MyAccount(contact.DisplayName, contact.Email, actor.Is(Role.Candidate))
            : AccountErrors.NotFound;
}
