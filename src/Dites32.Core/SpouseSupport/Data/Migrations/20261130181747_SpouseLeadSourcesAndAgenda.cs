using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpouseLeadSourcesAndAgenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "form",
                schema: "spouse",
                table: "spouse_link",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rome_code",
                schema: "spouse",
                table: "spouse_case",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "employer_id",
                schema: "spouse",
                table: "job_vacancy",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "added_by_id",
                schema: "spouse",
                table: "job_vacancy",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "employer_name",
                schema: "spouse",
                table: "job_vacancy",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_id",
                schema: "spouse",
                table: "job_vacancy",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "spouse",
                table: "job_vacancy",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Caseworker");

            migrationBuilder.CreateTable(
                name: "employer_talk",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer_talk", x => x.id);
                    table.ForeignKey(
                        name: "fk_employer_talk_job_employer_employer_id",
                        column: x => x.employer_id,
                        principalSchema: "spouse",
                        principalTable: "job_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "france_travail_reading",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_france_travail_reading", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_import",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    employers_added = table.Column<int>(type: "integer", nullable: false),
                    employers_changed = table.Column<int>(type: "integer", nullable: false),
                    vacancies_added = table.Column<int>(type: "integer", nullable: false),
                    vacancies_changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "spouse_meeting",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    set_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_meeting", x => x.id);
                    table.CheckConstraint("ck_spouse_meeting_lasts", "starts_at < ends_at");
                    table.ForeignKey(
                        name: "fk_spouse_meeting_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spouse_task",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spouse_task", x => x.id);
                    table.CheckConstraint("ck_spouse_task_done", "(done_at IS NULL) = (done_by_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_spouse_task_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_spouse_case_rome",
                schema: "spouse",
                table: "spouse_case",
                sql: "rome_code ~ '^[A-N][0-9]{4}$'");

            migrationBuilder.CreateIndex(
                name: "job_vacancy_external_id",
                schema: "spouse",
                table: "job_vacancy",
                column: "external_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_job_vacancy_source",
                schema: "spouse",
                table: "job_vacancy",
                sql: "(source = 'FranceTravail') = (external_id IS NOT NULL) AND (external_id IS NULL) = (employer_id IS NOT NULL) AND (external_id IS NULL) = (added_by_id IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_employer_talk_employer_id_on",
                schema: "spouse",
                table: "employer_talk",
                columns: new[] { "employer_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_france_travail_reading_at",
                schema: "spouse",
                table: "france_travail_reading",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_job_import_received_at",
                schema: "spouse",
                table: "job_import",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_meeting_case_id",
                schema: "spouse",
                table: "spouse_meeting",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_meeting_starts_at",
                schema: "spouse",
                table: "spouse_meeting",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_task_case_id",
                schema: "spouse",
                table: "spouse_task",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_spouse_task_owner_id_due_on",
                schema: "spouse",
                table: "spouse_task",
                columns: new[] { "owner_id", "due_on" },
                filter: "done_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "employer_talk",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "france_travail_reading",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "job_import",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_meeting",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "spouse_task",
                schema: "spouse");

            migrationBuilder.DropCheckConstraint(
                name: "ck_spouse_case_rome",
                schema: "spouse",
                table: "spouse_case");

            migrationBuilder.DropIndex(
                name: "job_vacancy_external_id",
                schema: "spouse",
                table: "job_vacancy");

            migrationBuilder.DropCheckConstraint(
                name: "ck_job_vacancy_source",
                schema: "spouse",
                table: "job_vacancy");

            migrationBuilder.DropColumn(
                name: "form",
                schema: "spouse",
                table: "spouse_link");

            migrationBuilder.DropColumn(
                name: "rome_code",
                schema: "spouse",
                table: "spouse_case");

            migrationBuilder.DropColumn(
                name: "employer_name",
                schema: "spouse",
                table: "job_vacancy");

            migrationBuilder.DropColumn(
                name: "external_id",
                schema: "spouse",
                table: "job_vacancy");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "spouse",
                table: "job_vacancy");

            migrationBuilder.AlterColumn<Guid>(
                name: "employer_id",
                schema: "spouse",
                table: "job_vacancy",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "added_by_id",
                schema: "spouse",
                table: "job_vacancy",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
