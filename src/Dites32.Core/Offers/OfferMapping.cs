using System.Text.Json;
using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Dites32.Core.Offers;

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<OfferEvent>, IEntityTypeConfiguration<Stage>
{
    public const string Search = "Search";
    public const string Days = "Days";
    public const string Configuration = "french_unaccent";

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("offer", table =>
        {
            table.HasCheckConstraint("ck_offer_published", "status IN ('Draft', 'ToModerate', 'Withdrawn') OR published_at IS NOT NULL");
            table.HasCheckConstraint("ck_offer_specialty",
                $"(specialty_code IS NOT NULL) = (kind NOT IN ({string.Join(", ", OfferKinds.All.Where(k => !k.IsForDoctors()).Select(k => $"'{k}'"))}))");
            table.HasCheckConstraint("ck_offer_photos", $"jsonb_array_length(photos) <= {OfferPhoto.MaxPerOffer}");
        });
        offer.Property(o => o.Number).UseIdentityByDefaultColumn();
        offer.HasIndex(o => o.Number).IsUnique();
        offer.Property(o => o.Title).HasMaxLength(Offer.MaxTitleLength);
        offer.Property(o => o.Slug).HasMaxLength(Offers.Slug.MaxLength);
        offer.Property(o => o.Description).HasMaxLength(Offer.MaxDescriptionLength);
        offer.Property(o => o.InseeCode).HasMaxLength(5);
        offer.Property(o => o.EpciCode).HasMaxLength(9);
        offer.Property(o => o.Zone).HasMaxLength(3);
        offer.Property(o => o.ContactPhone).HasMaxLength(20);
        offer.Property(o => o.CdgNumber).HasMaxLength(40);
        offer.Property(o => o.UrgencyReason).HasMaxLength(500);
        offer.Property(o => o.Details).AsJson();
        offer.Property(o => o.Ranges).AsJson();
        offer.Property(o => o.Photos).AsJson().HasDefaultValueSql("'[]'");
        offer.Ignore(o => o.Reference);
        offer.Ignore(o => o.MayBeEdited);
        offer.HasOne<Site>().WithMany().HasForeignKey(o => o.SiteId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Commune>().WithMany().HasForeignKey(o => o.InseeCode).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Specialty>().WithMany().HasForeignKey(o => o.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<Account>().WithMany().HasForeignKey(o => o.ReferentId).OnDelete(DeleteBehavior.Restrict);
        offer.HasMany(o => o.Stages).WithOne().HasForeignKey(s => s.OfferId).OnDelete(DeleteBehavior.Cascade);
        offer.HasMany(o => o.History).WithOne().HasForeignKey(e => e.OfferId).OnDelete(DeleteBehavior.Restrict);
        offer.HasIndex(o => o.SubmissionId).BreaksByRunningAgain("ix_offer_submission_id");

        // The public list: the open ones, newest first.
        offer.HasIndex(o => new { o.PublishedAt, o.Id }).IsDescending().HasFilter("status = 'Published'").HasDatabaseName("ix_offer_online");
        offer.HasIndex(o => new { o.Status, o.ClosesOn });
        OfOpenOnes(offer.HasIndex(o => new { o.StartsOn, o.Id }).IsDescending(false, true), "ix_offer_online_start");
        OfOpenOnes(offer.HasIndex(o => new { o.ClosesOn, o.Id }).IsDescending(false, true), "ix_offer_online_closing");
        OfOpenOnes(offer.HasIndex(o => new { o.SpecialtyCode, o.PublishedAt, o.Id }).IsDescending(false, true, true), "ix_offer_online_specialty");
        OfOpenOnes(offer.HasIndex(o => new { o.EpciCode, o.PublishedAt, o.Id }).IsDescending(false, true, true), "ix_offer_online_epci");
        offer.Property<NpgsqlRange<DateOnly>[]>(Days).HasComputedColumnSql("public.offer_days(ranges, starts_on)", stored: true);
        OfOpenOnes(offer.HasIndex(Days).HasMethod("gist"), "ix_offer_online_days");
        offer.Property<NpgsqlTsVector>(Search).HasComputedColumnSql($"to_tsvector('public.{Configuration}', search_text)", stored: true);
        offer.HasIndex(Search).HasMethod("gin").HasFilter("status = 'Published'");

        // Two recruiters cannot change the same offer unseen.
        offer.Property<uint>("Version").IsRowVersion();
    }

    private static void OfOpenOnes(IndexBuilder index, string name) => index.HasFilter("status = 'Published'").HasDatabaseName(name);

    public void Configure(EntityTypeBuilder<OfferEvent> happened)
    {
        happened.ToTable("offer_event");
        happened.Property(e => e.Note).HasMaxLength(2000);
        happened.HasIndex(e => new { e.OfferId, e.Id });

        // One reminder per closing day, however often the job runs.
        happened.HasIndex(e => new { e.OfferId, e.Note }).HasFilter($"kind = '{nameof(OfferEventKind.ExpiryReminded)}'")
            .BreaksByRunningAgain("ix_offer_event_reminded");
    }

    public void Configure(EntityTypeBuilder<Stage> stage)
    {
        stage.ToTable("stage", table => table.HasCheckConstraint("ck_stage_answer_days",
            "(answer_days IS NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))"));
        stage.Property(s => s.Label).HasMaxLength(Stage.MaxLabelLength);
        stage.HasIndex(s => new { s.OfferId, s.Position });
    }
}

internal static class JsonColumn
{
    /// <summary>Kept as jsonb, compared by content.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                value => value));
}
