using System.Security.Claims;
using Dites32.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts;

/// <summary>
/// Opens, renews and closes the session cookie, once a command has decided. Each time in a scope of its own: the one of
/// the page may hold the account as it was before the command.
/// </summary>
internal sealed class Session(IServiceScopeFactory scopes, IHttpContextAccessor http)
{
    public async Task OpenAsync(Guid accountId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        if (await signIn.UserManager.FindByIdAsync(accountId.ToString()) is { } account)
        {
            await signIn.SignInAsync(account, isPersistent: false);
        }
    }

    /// <summary>Keeps this session alive when its own account has changed; somebody else's change is none of its business.</summary>
    public async Task RefreshAsync(Guid? changed = null)
    {
        var user = http.HttpContext?.User;
        if (Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && (changed is null || changed == id))
        {
            await OpenAsync(id);
        }
    }

    public async Task CloseAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().SignOutAsync();
    }
}
