using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Locum : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "career_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_in_gers = table.Column<bool>(type: "boolean", nullable: true),
                    insee_code = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: true),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_career_step", x => x.id);
                    table.CheckConstraint("ck_career_step_place", "insee_code IS NULL OR is_in_gers IS TRUE");
                    table.CheckConstraint("ck_career_step_shared", "is_shared OR author = 'Intern'");
                    table.ForeignKey(
                        name: "fk_career_step_commune_insee_code",
                        column: x => x.insee_code,
                        principalTable: "commune",
                        principalColumn: "insee_code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_career_step_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "intern_locum",
                columns: table => new
                {
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    licence_mail_off = table.Column<bool>(type: "boolean", nullable: false),
                    sees_supervisors = table.Column<bool>(type: "boolean", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intern_locum", x => x.intern_id);
                    table.CheckConstraint("ck_intern_locum_told", "mail_id IS NULL OR told_at IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_intern_locum_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "licence_condition",
                columns: table => new
                {
                    specialty_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    semesters = table.Column<int>(type: "integer", nullable: false),
                    one_of = table.Column<string[]>(type: "text[]", nullable: false),
                    further = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licence_condition", x => x.specialty_code);
                    table.CheckConstraint("ck_licence_condition_semesters", "semesters BETWEEN 1 AND 14");
                    table.ForeignKey(
                        name: "fk_licence_condition_specialty_specialty_code",
                        column: x => x.specialty_code,
                        principalTable: "specialty",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervisor_search",
                columns: table => new
                {
                    supervisor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    is_agreed = table.Column<bool>(type: "boolean", nullable: false),
                    shares_contact = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervisor_search", x => x.supervisor_id);
                    table.CheckConstraint("ck_supervisor_search_contact", "is_agreed OR NOT shares_contact");
                    table.ForeignKey(
                        name: "fk_supervisor_search_supervisor_supervisor_id",
                        column: x => x.supervisor_id,
                        principalTable: "supervisor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_career_step_insee_code",
                table: "career_step",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ix_career_step_intern_id",
                table: "career_step",
                column: "intern_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "career_step");

            migrationBuilder.DropTable(
                name: "intern_locum");

            migrationBuilder.DropTable(
                name: "licence_condition");

            migrationBuilder.DropTable(
                name: "supervisor_search");
        }
    }
}
