using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

internal enum CodeAnswer { Accepted, Wrong, Used, Paused }

/// <summary>
/// Accepts a code of the application, or one on paper, once. It is marked as used by a statement of its own before anything
/// is opened: of a thousand requests with one code a single one passes.
/// </summary>
internal sealed class SecondFactorCheck(
    AppDbContext db, SecondFactorSecrets secrets, Outbox outbox, AccountEmails emails, TimeProvider clock)
{
    private const int CodeLength = 6;

    public async Task<CodeAnswer> AcceptAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var attempt = await db.CountAttemptAsync(SubjectOf(account), network: null, now, cancellationToken);
        if (attempt == Attempt.Paused)
        {
            return CodeAnswer.Paused;
        }

        var typed = new string([.. code.Where(char.IsLetterOrDigit)]);
        var answer = typed.Length == CodeLength && typed.All(char.IsAsciiDigit)
            ? await AcceptCodeAsync(account, typed, now, cancellationToken)
            : await AcceptRecoveryCodeAsync(account, typed, now, cancellationToken);
        if (answer == CodeAnswer.Accepted)
        {
            await db.ForgetAttemptsAsync(SubjectOf(account), network: null, now, cancellationToken);
        }
        else if (attempt == Attempt.Last)
        {
            await outbox.WriteIfMayAsync(emails.CodesTried(account), cancellationToken);
        }

        return answer;
    }

    private async Task<CodeAnswer> AcceptCodeAsync(Account account, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken);
        if (factor is null || secrets.StepOf(factor, code, now) is not { } step)
        {
            return CodeAnswer.Wrong;
        }

        var used = await db.SecondFactors.Where(f => f.AccountId == account.Id && f.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), cancellationToken);
        return used == 1 ? CodeAnswer.Accepted : CodeAnswer.Used;
    }

    private async Task<CodeAnswer> AcceptRecoveryCodeAsync(Account account, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = RecoveryCode.HashOf(account.Id, code);
        var used = await db.RecoveryCodes.Where(c => c.Hash == hash && c.AccountId == account.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken);
        return used == 1 ? CodeAnswer.Accepted : CodeAnswer.Wrong;
    }

    /// <summary>Codes are counted apart from passwords, and whatever the network: whoever tries them knows the password.</summary>
    private static string SubjectOf(Account account) => $"code:{account.Id:N}";
}
