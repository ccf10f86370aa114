using MediatR;

namespace Dites32.Core.Documents;

/// <summary>
/// The antivirus has refused a file that was already there. Whoever knows its owner tells the person; what is written is
/// saved with the verdict.
/// </summary>
internal sealed record DocumentRefused(Guid OwnerId) : INotification;
