using Dites32.Core.Shared;

namespace Dites32.Core.Territory;

public enum SiteStatus { Announced, Open, Suspended, Closed }

public static class SiteStatusLabels
{
    public static string Label(this SiteStatus status) => status switch
    {
        SiteStatus.Announced => "Annoncé",
        SiteStatus.Open => "Ouvert",
        SiteStatus.Suspended => "Suspendu",
        SiteStatus.Closed => "Fermé",
    };
}

/// <summary>A place where doctors work, and the unit of the recruiters' rights.</summary>
internal sealed class Site
{
    public const int MaxNameLength = 160;
    public const int MaxAddressLength = 300;

    private static readonly Dictionary<SiteStatus, SiteStatus[]> Moves = new()
    {
        [SiteStatus.Announced] = [SiteStatus.Open, SiteStatus.Closed],
        [SiteStatus.Open] = [SiteStatus.Suspended, SiteStatus.Closed],
        [SiteStatus.Suspended] = [SiteStatus.Open, SiteStatus.Closed],
        [SiteStatus.Closed] = [SiteStatus.Open],
    };

    private Site() { }

    public Guid Id { get; private init; }
    public Guid? SubmissionId { get; private init; }
    public Guid OrganisationId { get; private init; }

    /// <summary>The health centre that a branch depends on; none for any other kind, or while it is not known.</summary>
    public Guid? ParentId { get; private set; }
    public StructureKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string InseeCode { get; private set; } = "";
    public string? Address { get; private set; }
    public SiteStatus Status { get; private set; }

    /// <summary>When the first offer of the site was approved: the next ones go online without waiting.</summary>
    public DateTimeOffset? TrustedSince { get; private set; }

    /// <param name="parent">For a branch, the centre it depends on.</param>
    public static Result<Site> Create(
        Guid organisationId, StructureKind kind, string name, string inseeCode, string? address = null, Site? parent = null,
        SiteStatus status = SiteStatus.Open, Guid? submissionId = null)
    {
        if (!MayDependOn(parent, kind, organisationId))
        {
            return TerritoryErrors.WrongParent;
        }

        return new Site
        {
            Id = Guid.CreateVersion7(),
            SubmissionId = submissionId,
            OrganisationId = organisationId,
            ParentId = parent?.Id,
            Kind = kind,
            Name = name.Trim(),
            InseeCode = inseeCode,
            Address = string.IsNullOrWhiteSpace(address) ? null : address.Trim(),
            Status = status,
        };
    }

    /// <summary>Puts right what was written of the site. Its organisation stays: the rights of its members hang on it.</summary>
    /// <param name="hasBranches">Branches depend on it: it stays a health centre.</param>
    public Result Correct(StructureKind kind, string name, string inseeCode, string? address, Site? parent, bool hasBranches)
    {
        if (hasBranches && kind != StructureKind.HealthCentre)
        {
            return TerritoryErrors.HasBranches;
        }

        if (!MayDependOn(parent, kind, OrganisationId))
        {
            return TerritoryErrors.WrongParent;
        }

        (Kind, Name, InseeCode, ParentId) = (kind, name.Trim(), inseeCode, parent?.Id);
        Address = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        return Result.Success;
    }

    /// <summary>A branch depends on a health centre, which depends on nothing: there is no circle, and none depends on itself.</summary>
    private static bool MayDependOn(Site? parent, StructureKind kind, Guid organisationId) =>
        parent is null || (kind == StructureKind.Branch && parent.Kind == StructureKind.HealthCentre && parent.OrganisationId == organisationId);

    public static IReadOnlyList<SiteStatus> MovesFrom(SiteStatus status) => Moves[status];

    /// <summary>To the status it has already, it is a success that changes nothing.</summary>
    public Result MoveTo(SiteStatus status)
    {
        if (status != Status && !Moves[Status].Contains(status))
        {
            return TerritoryErrors.WrongMove(Status, status);
        }

        Status = status;
        return Result.Success;
    }

    /// <summary>The first approval counts.</summary>
    public void Trust(DateTimeOffset now) => TrustedSince ??= now;
}
