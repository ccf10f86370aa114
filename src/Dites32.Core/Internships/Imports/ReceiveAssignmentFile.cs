using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Keeps a file of a semester's assignments for a day, so that the coordinator sees what it would do
/// (<see cref="PreviewAssignmentImport"/>) before they take it in (<see cref="RunAssignmentImport"/>). Sent again, it is one
/// import. Errors: those of <see cref="AssignmentImportErrors"/>.
/// </summary>
/// <param name="Content">A CSV of 1 MB and 2,000 lines at most.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ReceiveAssignmentFile(Guid SubmissionId, Guid? SemesterId, string FileName, byte[] Content) : ICommand<Result<Guid>>, ISubmission
{
    public const int MaxBytes = AssignmentFile.MaxBytes;
}

internal sealed class ReceiveAssignmentFileHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ReceiveAssignmentFile, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReceiveAssignmentFile command, CancellationToken cancellationToken)
    {
        if (command.Content.Length is 0 or > ReceiveAssignmentFile.MaxBytes)
        {
            return command.Content.Length == 0 ? AssignmentImportErrors.NoFile : AssignmentImportErrors.TooLarge;
        }

        if (await db.Semesters.Where(s => s.Id == command.SemesterId).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken) is not { } semesterId)
        {
            return AssignmentImportErrors.NoSemester;
        }

        var text = CsvText.Decode(command.Content);
        if ((text.Error ?? AssignmentFile.Read(text.Value).Error) is { } error)
        {
            return error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.AssignmentImports.AnyAsync(i => i.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(AssignmentImport.Of(
                command.SubmissionId, semesterId, PlainText.Clean(command.FileName), text.Value, actor.RequiredAccountId, clock.GetUtcNow()));
        }

        return command.SubmissionId;
    }
}
