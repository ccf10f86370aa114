using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>The accounts whose name or address holds a text, accents ignored, by name.</summary>
[AllowRoles(Role.Administrator)]
public sealed record ListAccounts(string? Search, int PageNumber) : IQuery<Result<Page<AccountSummary>>>
{
    public const int PageSize = 25;
}

/// <param name="IsOpen">The address is confirmed, a password was chosen, and nobody closed it.</param>
/// <param name="IsDisabled">An administrator closed it.</param>
public sealed record AccountSummary(Guid Id, string DisplayName, string Email, bool IsOpen, bool IsDisabled, IReadOnlyList<Role> Roles);

internal sealed class ListAccountsHandler(AppDbContext db) : IRequestHandler<ListAccounts, Result<Page<AccountSummary>>>
{
    private const int MaxSearchLength = 100;

    public async Task<Result<Page<AccountSummary>>> Handle(ListAccounts request, CancellationToken cancellationToken)
    {
        var accounts = db.Users.AsNoTracking();
        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = $"%{Like.Escape(search[..Math.Min(search.Length, MaxSearchLength)])}%";
            accounts = accounts.Where(a =>
                EF.Functions.ILike(EF.Functions.Unaccent(a.DisplayName), EF.Functions.Unaccent(pattern), Like.EscapeCharacter)
                || EF.Functions.ILike(a.Email!, pattern, Like.EscapeCharacter));
        }

        var total = await accounts.CountAsync(cancellationToken);
        var number = Math.Clamp(request.PageNumber, 1, Math.Max(1, (total + ListAccounts.PageSize - 1) / ListAccounts.PageSize));
        var rows = await accounts
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id)
            .Skip((int)Page<AccountSummary>.Offset(number, ListAccounts.PageSize)).Take(ListAccounts.PageSize)
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                a.Email,
                IsOpen = a.EmailConfirmed && a.PasswordHash != null && a.DisabledAt == null,
                IsDisabled = a.DisabledAt != null,
                RoleIds = db.UserRoles.Where(r => r.UserId == a.Id).Select(r => r.RoleId).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new Page<AccountSummary>(
            [.. rows.Select(a => new AccountSummary(a.Id, a.DisplayName, a.Email!, a.IsOpen, a.IsDisabled, AccountContacts.RolesOf(a.RoleIds)))],
            number, ListAccounts.PageSize, total);
    }
}
