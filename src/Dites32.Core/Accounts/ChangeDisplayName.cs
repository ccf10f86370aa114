using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Changes one's own name, as colleagues and candidates read it.</summary>
[AllowAccounts]
public sealed record ChangeDisplayName(string DisplayName) : ICommand<Result>;

internal sealed class ChangeDisplayNameValidator : AbstractValidator<ChangeDisplayName>
{
    public ChangeDisplayNameValidator() => RuleFor(r => r.DisplayName).IsDisplayName();
}

internal sealed class ChangeDisplayNameHandler(AppDbContext db, Actor actor) : IRequestHandler<ChangeDisplayName, Result>
{
    public async Task<Result> Handle(ChangeDisplayName request, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == actor.RequiredAccountId, cancellationToken) is not { } account)
        {
            return AccountErrors.NotFound;
        }

        account.Rename(request.DisplayName);
        return Result.Success;
    }
}
