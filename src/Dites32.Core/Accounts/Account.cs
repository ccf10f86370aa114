using Microsoft.AspNetCore.Identity;

namespace Dites32.Core.Accounts;

/// <summary>A person who can sign in. What the person does (candidate, recruiter…) lives in its own feature.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int MaxDisplayNameLength = 120;

    public Account() => Id = Guid.CreateVersion7();

    /// <summary>« Dr Claire Dupouy »: shown to colleagues, and to candidates when this person is their contact.</summary>
    public string DisplayName { get; set; } = "";
}
