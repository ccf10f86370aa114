using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpouseLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "job_announcement",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer = table.Column<string>(type: "jsonb", nullable: false),
                    vacancy = table.Column<string>(type: "jsonb", nullable: false),
                    network = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_accepted = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_announcement", x => x.id);
                    table.CheckConstraint("ck_job_announcement_decided", "(decided_at IS NULL) = (is_accepted IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "job_employer",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    sector = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    insee_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    contact_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    contact_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    contact_phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_employer", x => x.id);
                    table.CheckConstraint("ck_job_employer_siret", "siret ~ '^[0-9]{14}$'");
                });

            migrationBuilder.CreateTable(
                name: "job_vacancy",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    rome_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    insee_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    open_until = table.Column<DateOnly>(type: "date", nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search = table.Column<string>(type: "text", nullable: true, computedColumnSql: "public.plain(title || ' ' || coalesce(rome_code, '') || ' ' || coalesce(description, ''))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_vacancy", x => x.id);
                    table.CheckConstraint("ck_job_vacancy_rome", "rome_code ~ '^[A-N][0-9]{4}$'");
                    table.ForeignKey(
                        name: "fk_job_vacancy_job_employer_employer_id",
                        column: x => x.employer_id,
                        principalSchema: "spouse",
                        principalTable: "job_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "job_lead",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vacancy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_lead", x => x.id);
                    table.ForeignKey(
                        name: "fk_job_lead_job_vacancy_vacancy_id",
                        column: x => x.vacancy_id,
                        principalSchema: "spouse",
                        principalTable: "job_vacancy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_job_lead_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_job_announcement_received_at",
                schema: "spouse",
                table: "job_announcement",
                column: "received_at",
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_job_employer_name",
                schema: "spouse",
                table: "job_employer",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "job_employer_siret",
                schema: "spouse",
                table: "job_employer",
                column: "siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_lead_vacancy_id",
                schema: "spouse",
                table: "job_lead",
                column: "vacancy_id");

            migrationBuilder.CreateIndex(
                name: "job_lead_once",
                schema: "spouse",
                table: "job_lead",
                columns: new[] { "case_id", "vacancy_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_vacancy_employer_id",
                schema: "spouse",
                table: "job_vacancy",
                column: "employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_job_vacancy_insee_code",
                schema: "spouse",
                table: "job_vacancy",
                column: "insee_code",
                filter: "closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "job_announcement",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "job_lead",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "job_vacancy",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "job_employer",
                schema: "spouse");
        }
    }
}
