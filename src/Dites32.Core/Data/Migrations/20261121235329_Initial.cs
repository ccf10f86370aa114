using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verdict_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                    table.CheckConstraint("document_sha256", "octet_length(sha256) = 32");
                    table.CheckConstraint("document_size", "size_bytes BETWEEN 1 AND 10485760");
                    table.CheckConstraint("document_verdict_has_its_time", "(verdict = 'Pending') = (verdict_at IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "epci",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    communes_in_gers = table.Column<int>(type: "integer", nullable: false),
                    communes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_epci", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    is_public_employer = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                    table.CheckConstraint("ck_organisation_siret", "siret ~ '^[0-9]{14}$'");
                });

            migrationBuilder.CreateTable(
                name: "outbox_email",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    to_address = table.Column<string>(type: "text", nullable: true),
                    to_name = table.Column<string>(type: "text", nullable: true),
                    to_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    protected_body = table.Column<string>(type: "text", nullable: true),
                    reply_to_address = table.Column<string>(type: "text", nullable: false),
                    reply_to_name = table.Column<string>(type: "text", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    network = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    send_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_email", x => x.id);
                    table.CheckConstraint("outbox_email_address_while_waiting", "to_address IS NOT NULL OR NOT (sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL)");
                    table.CheckConstraint("outbox_email_body_while_waiting", "(protected_body IS NOT NULL) = (sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL)");
                    table.CheckConstraint("outbox_email_dead_for_a_reason", "dead_at IS NULL OR failure IS NOT NULL");
                    table.CheckConstraint("outbox_email_leased_while_waiting", "leased_until IS NULL OR (sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL AND attempts > 0)");
                    table.CheckConstraint("outbox_email_one_end", "num_nonnulls(sent_at, cancelled_at, dead_at) <= 1");
                    table.CheckConstraint("outbox_email_sent_by_an_attempt", "sent_at IS NULL OR attempts > 0");
                });

            migrationBuilder.CreateTable(
                name: "specialty",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_specialty", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "territory_outline",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territory_outline", x => new { x.kind, x.code });
                });

            migrationBuilder.CreateTable(
                name: "territory_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territory_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => x.id);
                    table.CheckConstraint("ck_absence_days", "\"from\" <= \"to\"");
                    table.CheckConstraint("ck_absence_deputy", "account_id <> deputy_id");
                    table.ForeignKey(
                        name: "fk_absence_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_absence_account_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_user_claims_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_user_logins_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_user_tokens_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_role_claims_account_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "account_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_roles",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_account_user_roles_account_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "account_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_user_roles_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_chunk",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_chunk", x => new { x.document_id, x.number });
                    table.CheckConstraint("document_chunk_size", "octet_length(bytes) BETWEEN 1 AND 262144");
                    table.ForeignKey(
                        name: "fk_document_chunk_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commune",
                columns: table => new
                {
                    insee_code = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    postal_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    arrondissement = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    epci_code = table.Column<string>(type: "character varying(9)", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    has_imported_point = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commune", x => x.insee_code);
                    table.CheckConstraint("ck_commune_coordinates", "(latitude IS NULL) = (longitude IS NULL)");
                    table.ForeignKey(
                        name: "fk_commune_epci_epci_code",
                        column: x => x.epci_code,
                        principalTable: "epci",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rpps = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    specialty_code = table.Column<string>(type: "character varying(60)", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    canonical_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate", x => x.id);
                    table.CheckConstraint("ck_candidate_canonical", "canonical_id <> id");
                    table.ForeignKey(
                        name: "fk_candidate_candidate_canonical_id",
                        column: x => x.canonical_id,
                        principalTable: "candidate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_candidate_specialty_specialty_code",
                        column: x => x.specialty_code,
                        principalTable: "specialty",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    insee_code = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    trusted_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.id);
                    table.CheckConstraint("ck_site_parent", "parent_id IS NULL OR (kind = 'Branch' AND parent_id <> id)");
                    table.ForeignKey(
                        name: "fk_site_commune_insee_code",
                        column: x => x.insee_code,
                        principalTable: "commune",
                        principalColumn: "insee_code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_site_parent_id",
                        column: x => x.parent_id,
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    specialty_code = table.Column<string>(type: "character varying(60)", nullable: true),
                    insee_code = table.Column<string>(type: "character(5)", maxLength: 5, nullable: false),
                    epci_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ranges = table.Column<string>(type: "jsonb", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    has_housing = table.Column<bool>(type: "boolean", nullable: false),
                    zone = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    referent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    is_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    cdg_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cdg_published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    urgency_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cloned_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<NpgsqlRange<DateOnly>[]>(type: "datemultirange", nullable: true, computedColumnSql: "public.offer_days(ranges, starts_on)", stored: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "to_tsvector('public.french_unaccent', search_text)", stored: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.id);
                    table.CheckConstraint("ck_offer_published", "status IN ('Draft', 'ToModerate', 'Withdrawn') OR published_at IS NOT NULL");
                    table.CheckConstraint("ck_offer_specialty", "(specialty_code IS NOT NULL) = (kind NOT IN ('MedicalAssistant', 'MedicalSecretary', 'ItOfficer'))");
                    table.ForeignKey(
                        name: "fk_offer_account_referent_id",
                        column: x => x.referent_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_commune_insee_code",
                        column: x => x.insee_code,
                        principalTable: "commune",
                        principalColumn: "insee_code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_site_site_id",
                        column: x => x.site_id,
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_specialty_specialty_code",
                        column: x => x.specialty_code,
                        principalTable: "specialty",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_membership",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_membership_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_site_membership_site_site_id",
                        column: x => x.site_id,
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offer_event",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_offer_event_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_question", x => x.id);
                    table.CheckConstraint("ck_offer_question_answered", "num_nulls(answer, answered_at, answered_by_id) IN (0, 3)");
                    table.ForeignKey(
                        name: "fk_offer_question_account_answered_by_id",
                        column: x => x.answered_by_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_question_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer_days = table.Column<int>(type: "integer", nullable: true),
                    notifies_candidate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage", x => x.id);
                    table.CheckConstraint("ck_stage_answer_days", "(answer_days IS NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))");
                    table.ForeignKey(
                        name: "fk_stage_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    wishes = table.Column<string>(type: "jsonb", nullable: true),
                    normalised_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    former_stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    former_category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    take_back_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waiting_email_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stage_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_change_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_answer_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application", x => x.id);
                    table.CheckConstraint("ck_application_decided", "(decided_at IS NOT NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))");
                    table.CheckConstraint("ck_application_due", "(answer_due_on IS NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))");
                    table.CheckConstraint("ck_application_reason", "(reason IS NOT NULL) = (category IN ('Refused', 'Closed'))");
                    table.CheckConstraint("ck_application_take_back", "(take_back_until IS NULL) = (former_stage_id IS NULL)");
                    table.CheckConstraint("ck_application_wishes", "offer_id IS NOT NULL OR wishes IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_application_candidate_candidate_id",
                        column: x => x.candidate_id,
                        principalTable: "candidate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_application_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_application_stage_stage_id",
                        column: x => x.stage_id,
                        principalTable: "stage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rpps = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    specialty_code = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    wishes = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_draft", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_draft_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_application_draft_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_event",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to_stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_event_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_note_account_author_id",
                        column: x => x.author_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_application_note_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "personal_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: true),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    was_mailed = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_link", x => x.id);
                    table.CheckConstraint("ck_personal_link_one", "(draft_id IS NULL) <> (application_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_personal_link_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_personal_link_application_draft_draft_id",
                        column: x => x.draft_id,
                        principalTable: "application_draft",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "account_roles",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { new Guid("32000000-0000-0000-0000-000000000000"), "32000000-0000-0000-0000-000000000000", "Candidate", "CANDIDATE" },
                    { new Guid("32000001-0000-0000-0000-000000000000"), "32000001-0000-0000-0000-000000000000", "SiteRecruiter", "SITERECRUITER" },
                    { new Guid("32000002-0000-0000-0000-000000000000"), "32000002-0000-0000-0000-000000000000", "Dites32Recruiter", "DITES32RECRUITER" },
                    { new Guid("32000003-0000-0000-0000-000000000000"), "32000003-0000-0000-0000-000000000000", "Administrator", "ADMINISTRATOR" }
                });

            migrationBuilder.InsertData(
                table: "territory_version",
                columns: new[] { "id", "number" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_absence_account_id_to",
                table: "absence",
                columns: new[] { "account_id", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_absence_deputy_id",
                table: "absence",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "account_user_name",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_role_claims_role_id",
                table: "account_role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "role_name_index",
                table: "account_roles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_user_claims_user_id",
                table: "account_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_logins_user_id",
                table: "account_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_roles_role_id",
                table: "account_user_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_answer_due_on",
                table: "application",
                column: "answer_due_on",
                filter: "answer_due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_application_candidate_id",
                table: "application",
                column: "candidate_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_email",
                table: "application",
                column: "normalised_email");

            migrationBuilder.CreateIndex(
                name: "ix_application_live",
                table: "application",
                columns: new[] { "offer_id", "normalised_email" },
                unique: true,
                filter: "category <> 'Withdrawn'")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_application_offer_id_stage_id",
                table: "application",
                columns: new[] { "offer_id", "stage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_application_stage_id_submitted_at_id",
                table: "application",
                columns: new[] { "stage_id", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_application_submission_id",
                table: "application",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_draft_application_id",
                table: "application_draft",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_draft_expires_at",
                table: "application_draft",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_application_draft_offer_id",
                table: "application_draft",
                column: "offer_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_event_application_id_id",
                table: "application_event",
                columns: new[] { "application_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_application_note_application_id",
                table: "application_note",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_note_author_id",
                table: "application_note",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_application_note_submission_id",
                table: "application_note",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_subject_id",
                table: "audit_entry",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_candidate_canonical_id",
                table: "candidate",
                column: "canonical_id");

            migrationBuilder.CreateIndex(
                name: "ix_candidate_email",
                table: "candidate",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_candidate_rpps",
                table: "candidate",
                column: "rpps",
                filter: "rpps IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_candidate_specialty_code",
                table: "candidate",
                column: "specialty_code");

            migrationBuilder.CreateIndex(
                name: "ix_commune_epci_code",
                table: "commune",
                column: "epci_code");

            migrationBuilder.CreateIndex(
                name: "ix_document_expires_at",
                table: "document",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_document_same_file",
                table: "document",
                columns: new[] { "owner_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_insee_code",
                table: "offer",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ix_offer_number",
                table: "offer",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_online",
                table: "offer",
                columns: new[] { "published_at", "id" },
                descending: new bool[0],
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_online_closing",
                table: "offer",
                columns: new[] { "closes_on", "id" },
                descending: new[] { false, true },
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_online_days",
                table: "offer",
                column: "days",
                filter: "status = 'Published'")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_offer_online_epci",
                table: "offer",
                columns: new[] { "epci_code", "published_at", "id" },
                descending: new[] { false, true, true },
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_online_specialty",
                table: "offer",
                columns: new[] { "specialty_code", "published_at", "id" },
                descending: new[] { false, true, true },
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_online_start",
                table: "offer",
                columns: new[] { "starts_on", "id" },
                descending: new[] { false, true },
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_referent_id",
                table: "offer",
                column: "referent_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_search",
                table: "offer",
                column: "search",
                filter: "status = 'Published'")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_offer_site_id",
                table: "offer",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_status_closes_on",
                table: "offer",
                columns: new[] { "status", "closes_on" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_submission_id",
                table: "offer",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_event_offer_id_id",
                table: "offer_event",
                columns: new[] { "offer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_event_reminded",
                table: "offer_event",
                columns: new[] { "offer_id", "note" },
                unique: true,
                filter: "kind = 'ExpiryReminded'");

            migrationBuilder.CreateIndex(
                name: "ix_offer_question_answered_by_id",
                table: "offer_question",
                column: "answered_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_question_offer_id",
                table: "offer_question",
                column: "offer_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_question_submission_id",
                table: "offer_question",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_question_waiting",
                table: "offer_question",
                columns: new[] { "asked_at", "id" },
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_organisation_siret",
                table: "organisation",
                column: "siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_organisation_submission",
                table: "organisation",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_about_id",
                table: "outbox_email",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_created_at",
                table: "outbox_email",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_network_kind_created_at",
                table: "outbox_email",
                columns: new[] { "network", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_to_hash_kind_created_at",
                table: "outbox_email",
                columns: new[] { "to_hash", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_waiting",
                table: "outbox_email",
                columns: new[] { "next_attempt_at", "id" },
                filter: "sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_application_id",
                table: "personal_link",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_draft_id",
                table: "personal_link",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_personal_link_secret_hash",
                table: "personal_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_insee_code",
                table: "site",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ix_site_organisation_id",
                table: "site",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_parent_id",
                table: "site",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ux_site_submission",
                table: "site",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_membership_site_id",
                table: "site_membership",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ux_site_membership",
                table: "site_membership",
                columns: new[] { "account_id", "site_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stage_offer_id_position",
                table: "stage",
                columns: new[] { "offer_id", "position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "account_role_claims");

            migrationBuilder.DropTable(
                name: "account_user_claims");

            migrationBuilder.DropTable(
                name: "account_user_logins");

            migrationBuilder.DropTable(
                name: "account_user_roles");

            migrationBuilder.DropTable(
                name: "account_user_tokens");

            migrationBuilder.DropTable(
                name: "application_event");

            migrationBuilder.DropTable(
                name: "application_note");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "document_chunk");

            migrationBuilder.DropTable(
                name: "offer_event");

            migrationBuilder.DropTable(
                name: "offer_question");

            migrationBuilder.DropTable(
                name: "outbox_email");

            migrationBuilder.DropTable(
                name: "personal_link");

            migrationBuilder.DropTable(
                name: "site_membership");

            migrationBuilder.DropTable(
                name: "territory_outline");

            migrationBuilder.DropTable(
                name: "territory_version");

            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "application_draft");

            migrationBuilder.DropTable(
                name: "application");

            migrationBuilder.DropTable(
                name: "candidate");

            migrationBuilder.DropTable(
                name: "stage");

            migrationBuilder.DropTable(
                name: "offer");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "site");

            migrationBuilder.DropTable(
                name: "specialty");

            migrationBuilder.DropTable(
                name: "commune");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "epci");
        }
    }
}
