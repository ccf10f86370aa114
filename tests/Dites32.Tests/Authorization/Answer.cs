using Dites32.Core.Shared;

namespace Dites32.Tests.Authorization;

internal enum Verdict
{
    Done,

    /// <summary>The sender may not send this at all.</summary>
    Forbidden,

    /// <summary>The sender may, once they have shown better who they are.</summary>
    NotProved,

    /// <summary>There is no such thing for the sender.</summary>
    NotThere,

    /// <summary>The sample is no valid request: it proves nothing.</summary>
    Broken,
}

/// <summary>What became of a request.</summary>
internal sealed record Answer(Verdict Verdict, string Code)
{
    private static readonly HashSet<string> WithoutProof = [SharedErrors.ProofNeeded.Code, "second-factor-out-of-reach", "second-factor-needed"];

    private static readonly HashSet<string> Absent =
        ["account-link-ended", "spouse.dead-link", "second-step-over", "passkey-refused", "offer.closed", "offer-question.offer-closed", "organisation-not-found"];

    public bool IsRefusal => Verdict is Verdict.Forbidden or Verdict.NotProved or Verdict.NotThere;

    public static Answer Of(Error? error, bool changedNothing) => error switch
    {
        null => changedNothing ? new(Verdict.NotThere, "nothing") : new(Verdict.Done, "done"),
        { Kind: ErrorKind.Forbidden } => new(Verdict.Forbidden, error.Code),
        _ when WithoutProof.Contains(error.Code) => new(Verdict.NotProved, error.Code),
        _ when error.Kind == ErrorKind.NotFound || Absent.Contains(error.Code) => new(Verdict.NotThere, error.Code),
        _ => new(Verdict.Broken, $"{error.Code} {string.Join(", ", error.Fields?.Keys ?? [])}"),
    };
}
