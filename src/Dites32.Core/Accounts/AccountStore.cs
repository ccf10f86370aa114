using Dites32.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>Identity's store, which leaves saving to the pipeline: an account, its mail and its audit entry are one save.</summary>
internal sealed class AccountStore : UserStore<Account, IdentityRole<Guid>, AppDbContext, Guid>
{
    public AccountStore(AppDbContext db, IdentityErrorDescriber? errors = null)
        : base(db, errors) => AutoSaveChanges = false;
}
