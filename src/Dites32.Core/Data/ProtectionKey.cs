namespace Dites32.Core.Data;

/// <summary>A Data Protection key: it signs the cookies and encrypts the mails of all instances, and outlives restarts.</summary>
internal sealed class ProtectionKey
{
    public int Id { get; private init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
