using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Audit;

/// <summary>A search of the trail, understood.</summary>
internal sealed record AuditFilter
{
    /// <summary>The portal is younger.</summary>
    private static readonly DateOnly Beginning = new(2026, 1, 1);

    private DateOnly? From { get; init; }
    private DateOnly? To { get; init; }
    private Guid? Who { get; init; }
    private string? Action { get; init; }
    private bool? IsReading { get; init; }
    private string? Kind { get; init; }
    private Guid? SubjectId { get; init; }

    /// <summary>The search itself is about the trail, and about what was looked for in it.</summary>
    public Subject Subject => new(SubjectKind.Trail, SubjectId ?? Who);

    /// <summary>Errors: invalid (by field).</summary>
    public static async Task<Result<AuditFilter>> ReadAsync(AppDbContext db, AuditSearch typed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var today = now.ParisDay();
        var filter = new AuditFilter
        {
            From = errors.Take(nameof(AuditSearch.From), TypedDay.Read(typed.From, Beginning, today)),
            To = errors.Take(nameof(AuditSearch.To), TypedDay.Read(typed.To, Beginning, today)),
            Who = errors.Take(nameof(AuditSearch.Who), await ReadWhoAsync(db, PlainText.Clean(typed.Who), cancellationToken)),
            Action = typed.Action.Length == 0 ? null : typed.Action,
            IsReading = typed.Nature switch { AuditSearch.Readings => true, AuditSearch.Acts => false, _ => null },
            Kind = typed.Kind.Length == 0 ? null : typed.Kind,
            SubjectId = Guid.TryParse(PlainText.Clean(typed.Number), out var number) ? number : null,
        };
        errors.Require(filter.From is null || filter.To is null || filter.From <= filter.To, nameof(AuditSearch.To), "Le dernier jour vient avant le premier.");
        errors.Require(filter.Action is null || ActionLabels.All.ContainsKey(filter.Action), nameof(AuditSearch.Action), "Choisissez une action de la liste.");
        errors.Require(filter.IsReading is not null || typed.Nature.Length == 0, nameof(AuditSearch.Nature), "Choisissez une ligne de la liste.");
        errors.Require(filter.Kind is null || Enum.GetNames<SubjectKind>().Contains(filter.Kind), nameof(AuditSearch.Kind), "Choisissez une ligne de la liste.");
        errors.Require(filter.SubjectId is not null || PlainText.Clean(typed.Number).Length == 0, nameof(AuditSearch.Number),
            "Ce n'est pas un numéro du portail. Copiez-le en entier, avec ses tirets.");
        return errors.Error is { } error ? error : filter;
    }

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        if (From is { } from)
        {
            var start = from.StartInParis().ToUniversalTime();
            entries = entries.Where(e => e.At >= start);
        }

        if (To is { } to)
        {
            var end = to.AddDays(1).StartInParis().ToUniversalTime();
            entries = entries.Where(e => e.At < end);
        }

        entries = Who is null ? entries : entries.Where(e => e.AccountId == Who || e.LinkId == Who);
        entries = Action is null ? entries : entries.Where(e => e.Action == Action);
        entries = IsReading is null ? entries : entries.Where(e => e.Purpose != null == IsReading);
        entries = Kind is null ? entries : entries.Where(e => e.SubjectKind == Kind);
        return SubjectId is null ? entries : entries.Where(e => e.SubjectId == SubjectId);
    }

    private static async Task<Result<Guid?>> ReadWhoAsync(AppDbContext db, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length == 0)
        {
            return Result<Guid?>.Success(null);
        }

        if (Guid.TryParse(typed, out var number))
        {
            return number;
        }

        if (!EmailAddress.IsPlausible(typed))
        {
            return new Error(ErrorKind.Invalid, "who", "Écrivez une adresse électronique, ou le numéro d'un compte ou d'un lien personnel.");
        }

        return await db.FindAccountAsync(typed, cancellationToken) is { } account
            ? account.Id
            : new Error(ErrorKind.Invalid, "who", "Aucun compte n'a cette adresse aujourd'hui.");
    }
}
