using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Keeps a file of employers and posts for a day, so that a caseworker sees what it would do (<see cref="PreviewJobImport"/>)
/// before they take it in (<see cref="RunJobImport"/>). Sent again, it is one import. Errors: those of <see cref="JobImportErrors"/>.
/// </summary>
/// <param name="Content">A CSV of 1 MB and 2,000 lines at most.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ReceiveJobFile(Guid SubmissionId, string FileName, byte[] Content) : ICommand<Result<Guid>>, IBehindTheWall, ISubmission
{
    public const int MaxBytes = JobFile.MaxBytes;
}

internal sealed class ReceiveJobFileHandler(SpouseDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ReceiveJobFile, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReceiveJobFile command, CancellationToken cancellationToken)
    {
        if (command.Content.Length is 0 or > ReceiveJobFile.MaxBytes)
        {
            return command.Content.Length == 0 ? JobImportErrors.NoFile : JobImportErrors.TooLarge;
        }

        var text = CsvText.Decode(command.Content);
        if ((text.Error ?? JobFile.Read(text.Value).Error) is { } error)
        {
            return error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Imports.AnyAsync(i => i.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(JobImport.Of(command.SubmissionId, PlainText.Clean(command.FileName), text.Value, actor.RequiredAccountId, clock.GetUtcNow()));
        }

        return command.SubmissionId;
    }
}
