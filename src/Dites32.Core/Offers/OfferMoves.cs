using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <content>From draft to filled or withdrawn: the moves of <see cref="OfferLifecycle"/>, each with its line of history.</content>
internal sealed partial class Offer
{
    /// <summary>Puts the offer on line, or asks the mission to when its site has never published.</summary>
    public Result Publish(bool mayPublishAlone, Guid author, DateTimeOffset now, DateOnly today)
    {
        if (ClosesOn < today)
        {
            return OfferErrors.AlreadyPast;
        }

        if (!mayPublishAlone)
        {
            return Move(OfferMove.AskModeration, OfferEventKind.ModerationAsked, author, now);
        }

        var moved = Move(OfferMove.Publish, OfferEventKind.Published, author, now);
        if (moved.Error is null)
        {
            PublishedAt ??= now;
        }

        return moved;
    }

    public Result SendBack(string reason, Guid author, DateTimeOffset now) =>
        Move(OfferMove.SendBack, OfferEventKind.SentBack, author, now, reason);

    public Result Renew(DateOnly closesOn, Guid author, DateTimeOffset now, DateOnly today)
    {
        if (closesOn < today || closesOn > today.AddDays(MaxDaysOnline))
        {
            return OfferErrors.BadClosingDay;
        }

        var moved = Move(OfferMove.Renew, OfferEventKind.Renewed, author, now, $"Jusqu'au {closesOn.InWords()}");
        if (moved.Error is null)
        {
            ClosesOn = closesOn;
        }

        return moved;
    }

    /// <summary>The last day has passed: no new application, while its pipeline stays open until everyone has an answer.</summary>
    public Result Expire(DateTimeOffset now) => Move(OfferMove.Expire, OfferEventKind.Expired, null, now);

    public Result Fill(Guid author, DateTimeOffset now) => Move(OfferMove.Fill, OfferEventKind.Filled, author, now);

    public Result Withdraw(string reason, Guid author, DateTimeOffset now) =>
        Move(OfferMove.Withdraw, OfferEventKind.Withdrawn, author, now, reason);

    /// <summary>A draft that was never on line has no application: nobody awaits an answer.</summary>
    public Result Abandon(Guid author, DateTimeOffset now)
    {
        var moved = PublishedAt is null ? Move(OfferMove.Withdraw, OfferEventKind.Withdrawn, author, now, "brouillon abandonné") : OfferErrors.WasPublished;
        Photos = moved.Error is null ? [] : Photos;
        return moved;
    }

    private Result Move(OfferMove move, OfferEventKind kind, Guid? author, DateTimeOffset now, string? note = null)
    {
        if (OfferLifecycle.After(Status, move) is not { } next)
        {
            return OfferErrors.CannotMove(Status);
        }

        Status = next;
        ChangedAt = now;
        Log(kind, author, now, note);
        return Result.Success;
    }
}
