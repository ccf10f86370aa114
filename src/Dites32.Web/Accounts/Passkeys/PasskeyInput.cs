namespace Dites32.Web.Accounts.Passkeys;

/// <summary>What <see cref="PasskeyForm"/> posts.</summary>
internal sealed class PasskeyInput
{
    public string? State { get; set; }
    public string? Credential { get; set; }
    public string? Name { get; set; }
}
