using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpouseCouples : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "by_doctor",
                schema: "spouse",
                table: "spouse_case",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "commune_note",
                schema: "spouse",
                columns: table => new
                {
                    insee_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    schools = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    housing = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commune_note", x => x.insee_code);
                });

            migrationBuilder.CreateTable(
                name: "couple_link",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    doctor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doctor_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    doctor_agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    partner_agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_couple_link", x => x.id);
                    table.ForeignKey(
                        name: "fk_couple_link_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "place_comparison",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    second = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    specialty_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_comparison", x => x.id);
                    table.CheckConstraint("ck_place_comparison_two", "first <> second");
                    table.ForeignKey(
                        name: "fk_place_comparison_spouse_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "couple_link_case",
                schema: "spouse",
                table: "couple_link",
                column: "case_id",
                unique: true,
                filter: "partner_agreed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "couple_link_doctor",
                schema: "spouse",
                table: "couple_link",
                column: "doctor_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_couple_link_doctor_agreed_at",
                schema: "spouse",
                table: "couple_link",
                column: "doctor_agreed_at",
                filter: "partner_agreed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_place_comparison_case_id_created_at",
                schema: "spouse",
                table: "place_comparison",
                columns: new[] { "case_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commune_note",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "couple_link",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "place_comparison",
                schema: "spouse");

            migrationBuilder.DropColumn(
                name: "by_doctor",
                schema: "spouse",
                table: "spouse_case");
        }
    }
}
