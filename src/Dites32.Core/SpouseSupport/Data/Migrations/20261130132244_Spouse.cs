using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class Spouse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "spouse");

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    actor_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.id, x.at });
                    table.CheckConstraint("ck_audit_entry_codes", "action ~ '^[A-Za-z0-9]+$'");
                });

            migrationBuilder.CreateTable(
                name: "outbox_email",
                schema: "spouse",
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
                    forget_once_sent = table.Column<bool>(type: "boolean", nullable: false),
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
                name: "spouse_case",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalised_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    couple = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    doctor_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    profession = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    project = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    insee_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    arrives_on = table.Column<DateOnly>(type: "date", nullable: true),
                    message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invited_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consented_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notice_version = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_step = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    next_step_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erases_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_case", x => x.id);
                    table.CheckConstraint("ck_spouse_case_consent", "(consented_at IS NULL) = (notice_version IS NULL) AND (consented_at IS NOT NULL OR state IN ('Contact', 'Closed'))");
                    table.CheckConstraint("ck_spouse_case_next_step", "(state = 'Closed') = (next_step IS NULL) AND (next_step IS NULL) = (next_step_on IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "spouse_erasure",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_erasure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "spouse_event",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_spouse_event_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spouse_link",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_link", x => x.id);
                    table.ForeignKey(
                        name: "fk_spouse_link_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spouse_note",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_spouse_note_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spouse_session",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    browser = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_spouse_session_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_account_id",
                schema: "spouse",
                table: "audit_entry",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at",
                schema: "spouse",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_subject_id",
                schema: "spouse",
                table: "audit_entry",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_about_id",
                schema: "spouse",
                table: "outbox_email",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_created_at",
                schema: "spouse",
                table: "outbox_email",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_network_kind_created_at",
                schema: "spouse",
                table: "outbox_email",
                columns: new[] { "network", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_to_hash_kind_created_at",
                schema: "spouse",
                table: "outbox_email",
                columns: new[] { "to_hash", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_email_waiting",
                schema: "spouse",
                table: "outbox_email",
                columns: new[] { "next_attempt_at", "id" },
                filter: "sent_at IS NULL AND cancelled_at IS NULL AND dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_case_erases_on",
                schema: "spouse",
                table: "spouse_case",
                column: "erases_on");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_case_last_contact_at",
                schema: "spouse",
                table: "spouse_case",
                column: "last_contact_at");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_case_owner_id_next_step_on",
                schema: "spouse",
                table: "spouse_case",
                columns: new[] { "owner_id", "next_step_on" });

            migrationBuilder.CreateIndex(
                name: "spouse_case_email",
                schema: "spouse",
                table: "spouse_case",
                column: "normalised_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_spouse_erasure_case_id",
                schema: "spouse",
                table: "spouse_erasure",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_event_case_id_at",
                schema: "spouse",
                table: "spouse_event",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_spouse_link_case_id",
                schema: "spouse",
                table: "spouse_link",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_link_expires_at",
                schema: "spouse",
                table: "spouse_link",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_link_secret_hash",
                schema: "spouse",
                table: "spouse_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_spouse_note_case_id_at",
                schema: "spouse",
                table: "spouse_note",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_spouse_session_case_id",
                schema: "spouse",
                table: "spouse_session",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_session_opened_at",
                schema: "spouse",
                table: "spouse_session",
                column: "opened_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "outbox_email",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_erasure",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_event",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_link",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_note",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_session",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_case",
                schema: "spouse");
        }
    }
}
