using MediatR;

namespace Dites32.Core.Documents;

/// <summary>
/// The antivirus has refused files of an owner that were already there. Whoever knows its owner tells the person; what is written is
/// saved with the verdict.
/// </summary>
internal sealed record DocumentsRefused(Guid OwnerId) : INotification;
