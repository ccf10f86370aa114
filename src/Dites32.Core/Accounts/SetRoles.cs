using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Gives an account exactly these roles: the next request of its sessions knows them. Nobody takes the administration from themselves.</summary>
[AllowRoles(Role.Administrator), NeedsFreshProof]
public sealed record SetRoles(Guid AccountId, IReadOnlyList<Role> Roles) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class SetRolesValidator : AbstractValidator<SetRoles>
{
    public SetRolesValidator() => RuleFor(r => r.Roles).NotEmpty().WithMessage("Choisissez au moins un rôle.");
}

internal sealed class SetRolesHandler(AppDbContext db, Actor actor) : IRequestHandler<SetRoles, Result>
{
    public async Task<Result> Handle(SetRoles request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == request.AccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.NotFound;
        }

        if (account.Id == actor.RequiredAccountId && !request.Roles.Contains(Role.Administrator))
        {
            return AccountErrors.OwnAdministration;
        }

        var before = await db.UserRoles.Where(r => r.UserId == account.Id).ToListAsync(cancellationToken);
        var after = AccountFactory.Roles(account, request.Roles.Distinct()).ToList();
        db.RemoveRange(before.ExceptBy(after.Select(r => r.RoleId), r => r.RoleId));
        db.AddRange(after.ExceptBy(before.Select(r => r.RoleId), r => r.RoleId));
        return Result.Success;
    }
}
