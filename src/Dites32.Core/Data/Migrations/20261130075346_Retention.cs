using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_application_event_application_application_id",
                table: "application_event");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erasure_announced_at",
                table: "application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application_figure",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_figure", x => new { x.month, x.outcome });
                    table.CheckConstraint("ck_application_figure_month", "extract(day FROM month) = 1");
                });

            migrationBuilder.CreateTable(
                name: "retention_report",
                columns: table => new
                {
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_real = table.Column<bool>(type: "boolean", nullable: false),
                    over_count = table.Column<int>(type: "integer", nullable: false),
                    to_announce_count = table.Column<int>(type: "integer", nullable: false),
                    announced_count = table.Column<int>(type: "integer", nullable: false),
                    erased_count = table.Column<int>(type: "integer", nullable: false),
                    refusal = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_report", x => new { x.rule, x.day });
                });

            migrationBuilder.CreateTable(
                name: "retention_state",
                columns: table => new
                {
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    real_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_state", x => x.rule);
                });

            migrationBuilder.AddForeignKey(
                name: "fk_application_event_application_application_id",
                table: "application_event",
                column: "application_id",
                principalTable: "application",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_application_event_application_application_id",
                table: "application_event");

            migrationBuilder.DropTable(
                name: "application_figure");

            migrationBuilder.DropTable(
                name: "retention_report");

            migrationBuilder.DropTable(
                name: "retention_state");

            migrationBuilder.DropColumn(
                name: "erasure_announced_at",
                table: "application");

            migrationBuilder.AddForeignKey(
                name: "fk_application_event_application_application_id",
                table: "application_event",
                column: "application_id",
                principalTable: "application",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
