namespace Dites32.Tests.Authorization;

/// <summary>
/// A valid request of each kind: where its sender is allowed, it is done to the end. A new request gets its sample in the
/// file of its feature.
/// </summary>
internal sealed class Samples
{
    private readonly Dictionary<string, Func<Case, object>> byRequest = [];

    public Samples()
    {
        AccountSamples.AddTo(this);
        SecondFactorSamples.AddTo(this);
        ExternalSamples.AddTo(this);
        TerritorySamples.AddTo(this);
        OfferSamples.AddTo(this);
        ApplicationSamples.AddTo(this);
        PrivacySamples.AddTo(this);
        AuditSamples.AddTo(this);
        SpouseSamples.AddTo(this);
        InternshipSamples.AddTo(this);
        HousingSamples.AddTo(this);
        EventSamples.AddTo(this);
        LocumSamples.AddTo(this);
        JobSamples.AddTo(this);
    }

    public IEnumerable<string> Requests => byRequest.Keys;

    public void Add<TRequest>(Func<Case, TRequest> make) where TRequest : notnull => byRequest.Add(typeof(TRequest).Name, c => make(c));

    public object Make(string request, Case about) => byRequest[request](about);
}

/// <summary>Who sends a request about what.</summary>
internal sealed record Case(Ground Ground, string Actor, Side About)
{
    /// <summary>The account that sends it; none for a visitor or a job.</summary>
    public Guid SenderId => Ground[Actor].AccountId ?? Guid.Empty;

    /// <summary>What the sender's telephone shows; six zeros where there is none.</summary>
    public string SenderCode => Ground.CodeOf(SenderId);
}
