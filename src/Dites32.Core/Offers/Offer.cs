using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>A post to fill (offre) at a site of the Gers, and its life on line.</summary>
internal sealed partial class Offer
{
    public const int MaxTitleLength = 120;
    public const int MaxDescriptionLength = 6000;
    public const int MaxDaysOnline = 366;
    public const int UsualDaysOnline = 60;

    private readonly List<Stage> stages = [];
    private readonly List<OfferEvent> history = [];

    private Offer() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Given by the database at the first save.</summary>
    public int Number { get; private init; }

    public string Reference => ReferenceOf(Number);
    public string Slug { get; private set; } = "";
    public Guid SiteId { get; private set; }
    public OfferKind Kind { get; private init; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string? SpecialtyCode { get; private set; }
    public string InseeCode { get; private set; } = "";
    public string EpciCode { get; private set; } = "";
    public DateOnly? StartsOn { get; private set; }
    public IReadOnlyList<DateRange> Ranges { get; private set; } = [];

    /// <summary>The last day of <see cref="Ranges"/>, or null.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The answers to <see cref="OfferFields"/>, by code, in the invariant form.</summary>
    public IReadOnlyDictionary<string, string> Details { get; private set; } = new Dictionary<string, string>();

    public bool HasHousing { get; private set; }
    public string? Zone { get; private set; }

    /// <summary>The last day on which one may apply, in France.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The account of the named contact (référent), to whom the mails about this offer go.</summary>
    public Guid ReferentId { get; private set; }

    public string? ContactPhone { get; private set; }

    /// <summary>Shows the EPCI only: neither site nor commune nor contact, until the recruiter lifts it.</summary>
    public bool IsAnonymous { get; private set; }

    /// <summary>The declaration of the vacancy to the centre de gestion, for a public employer (CGFP, L. 311-2).</summary>
    public string? CdgNumber { get; private set; }
    public DateOnly? CdgPublishedOn { get; private set; }

    /// <summary>Why a public employer may hire before a month has passed since the publication.</summary>
    public string? UrgencyReason { get; private set; }

    public OfferStatus Status { get; private set; } = OfferStatus.Draft;
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? ClonedFromId { get; private init; }
    public Guid? SubmissionId { get; private init; }

    /// <summary>Words to search among; built without what an anonymous offer hides.</summary>
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<Stage> Stages => stages;
    public IReadOnlyList<OfferEvent> History => history;

    public static string ReferenceOf(int number) => OfferReference.Of(number);

    public static Offer Draft(Guid submissionId, OfferKind kind, OfferText text, OfferPlace place, Guid author, DateTimeOffset now)
    {
        var offer = new Offer { Kind = kind, CreatedAt = now, SubmissionId = submissionId };
        offer.stages.AddRange(StageTemplate.Usual.Select(s => Stage.Of(offer.Id, s)));
        offer.Write(text, place, now);
        offer.Log(OfferEventKind.Created, author, now);
        return offer;
    }

    /// <summary>A new draft with the same text, to be published for another time.</summary>
    public Offer Clone(Guid submissionId, Guid author, DateTimeOffset now, DateOnly today)
    {
        var clone = new Offer
        {
            Kind = Kind,
            CreatedAt = now,
            ChangedAt = now,
            SubmissionId = submissionId,
            ClonedFromId = Id,
            SiteId = SiteId,
            Title = Title,
            Description = Description,
            SpecialtyCode = SpecialtyCode,
            InseeCode = InseeCode,
            EpciCode = EpciCode,
            Details = Details,
            HasHousing = HasHousing,
            Zone = Zone,
            ClosesOn = today.AddDays(UsualDaysOnline),
            ReferentId = ReferentId,
            ContactPhone = ContactPhone,
            IsAnonymous = IsAnonymous,
            Slug = Slug,
            SearchText = SearchText,
        };
        clone.stages.AddRange(stages.OrderBy(s => s.Position).Select(s => Stage.Of(clone.Id, s.ToTemplate())));
        clone.Log(OfferEventKind.Created, author, now, $"Copie de {Reference}");
        return clone;
    }

    /// <summary>What was written, in the form in which it is written again.</summary>
    public OfferText AsText() => new()
    {
        SiteId = SiteId,
        Title = Title,
        Description = Description,
        SpecialtyCode = SpecialtyCode,
        StartsOn = Kind.HasDateRanges() ? null : StartsOn,
        Ranges = Ranges,
        ClosesOn = ClosesOn,
        ReferentId = ReferentId,
        ContactPhone = ContactPhone,
        IsAnonymous = IsAnonymous,
        CdgNumber = CdgNumber,
        CdgPublishedOn = CdgPublishedOn,
        Details = Details,
    };

    /// <summary>May one apply today?</summary>
    public bool IsOpen(DateOnly today) => Status == OfferStatus.Published && today <= ClosesOn;

    public Result MayBeEdited => Status is OfferStatus.Filled or OfferStatus.Withdrawn ? OfferErrors.Ended(Status) : Result.Success;

    public Result Edit(OfferText text, OfferPlace place, Guid author, DateTimeOffset now)
    {
        if (MayBeEdited.Error is { } ended)
        {
            return ended;
        }

        var changed = text.DifferencesWith(this).ToList();
        if (place.InseeCode != InseeCode)
        {
            changed.Add("commune");
        }

        var wasAnonymous = IsAnonymous;
        Write(text, place, now);
        if (wasAnonymous && !IsAnonymous)
        {
            Log(OfferEventKind.AnonymityLifted, author, now);
        }

        if (changed.Count > 0)
        {
            Log(OfferEventKind.Edited, author, now, string.Join(", ", changed));
        }

        return Result.Success;
    }

    /// <summary>The stages in this order, renamed; those of the template that are not there any more are gone.</summary>
    public void Rearrange(IReadOnlyList<Stage> ordered, Guid author, DateTimeOffset now)
    {
        stages.RemoveAll(stage => !ordered.Contains(stage));
        stages.AddRange(ordered.Except(stages));
        foreach (var (position, stage) in ordered.Index())
        {
            stage.MoveTo(position);
        }

        Log(OfferEventKind.StagesChanged, author, now);
    }

    /// <summary>Keeps that the referent was told; the text of the offer does not change, so nobody who edits it is disturbed.</summary>
    public static OfferEvent Reminded(Guid offerId, DateOnly closesOn, DateTimeOffset now) =>
        new(offerId, OfferEventKind.ExpiryReminded, null, now, $"fin le {closesOn.InWords()}");

    /// <summary>Another contact, whatever the status: people who applied to an offer that has ended may still write.</summary>
    public void HandOverTo(Guid referentId, Guid author, DateTimeOffset now)
    {
        (ReferentId, ChangedAt) = (referentId, now);
        Log(OfferEventKind.HandedOver, author, now);
    }

    public void ExplainUrgency(string reason, Guid author, DateTimeOffset now)
    {
        UrgencyReason = reason;
        Log(OfferEventKind.UrgencyExplained, author, now, reason);
    }

    /// <summary>
    /// A public employer waits a month between the publication of the vacancy and the hire, but for a written urgency
    /// (CGFP, L. 311-2 and L. 313-4).
    /// </summary>
    public Result MayHireOn(DateOnly day, bool isPublicEmployer)
    {
        if (!isPublicEmployer || !Kind.IsEmployment() || UrgencyReason is not null)
        {
            return Result.Success;
        }

        return CdgPublishedOn is { } published && CdgNumber is not null && day >= published.AddMonths(1)
            ? Result.Success
            : OfferErrors.TooEarlyToHire(CdgPublishedOn);
    }

    private void Write(OfferText text, OfferPlace place, DateTimeOffset now)
    {
        (SiteId, Title, Description, SpecialtyCode) = (text.SiteId, text.Title, text.Description, text.SpecialtyCode);
        (InseeCode, EpciCode) = (place.InseeCode, place.EpciCode);
        (StartsOn, Ranges) = (text.StartsOn ?? text.Ranges.Select(r => (DateOnly?)r.From).Min(), text.Ranges);
        EndsOn = text.Ranges.Select(r => (DateOnly?)r.To).Max();
        Details = text.Details;
        HasHousing = text.Details.TryGetValue("housing", out var housing) && housing != "none";
        Zone = text.Details.GetValueOrDefault("zone");
        (ClosesOn, ReferentId, ContactPhone, IsAnonymous) = (text.ClosesOn, text.ReferentId, text.ContactPhone, text.IsAnonymous);
        (CdgNumber, CdgPublishedOn) = (text.CdgNumber, text.CdgPublishedOn);
        Slug = Offers.Slug.Of(Title, IsAnonymous ? place.EpciName : place.CommuneName);
        SearchText = string.Join(' ', new[]
        {
            Title, Kind.Label(), Kind.Family().Label(), place.SpecialtyLabel, place.EpciName,
            IsAnonymous ? null : place.CommuneName, IsAnonymous ? null : place.SiteName, Description,
        }.Where(part => !string.IsNullOrEmpty(part)));
        ChangedAt = now;
    }

    private void Log(OfferEventKind kind, Guid? author, DateTimeOffset now, string? note = null) =>
        history.Add(new OfferEvent(Id, kind, author, now, note));
}
