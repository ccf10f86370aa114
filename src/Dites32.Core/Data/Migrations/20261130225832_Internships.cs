using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Internships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "faculty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_faculty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    specialty_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    insee_code = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    approved_until = table.Column<DateOnly>(type: "date", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    slots = table.Column<string[]>(type: "text[]", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement", x => x.id);
                    table.CheckConstraint("ck_placement_capacity", "capacity BETWEEN 0 AND 30");
                    table.ForeignKey(
                        name: "fk_placement_commune_insee_code",
                        column: x => x.insee_code,
                        principalTable: "commune",
                        principalColumn: "insee_code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_specialty_specialty_code",
                        column: x => x.specialty_code,
                        principalTable: "specialty",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "residency",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    specialty_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    label = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    semesters = table.Column<int>(type: "integer", nullable: false),
                    months_to_validate = table.Column<int>(type: "integer", nullable: false),
                    entry_from = table.Column<DateOnly>(type: "date", nullable: true),
                    entry_before = table.Column<DateOnly>(type: "date", nullable: true),
                    slots = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residency", x => x.code);
                    table.CheckConstraint("ck_residency_length", "semesters BETWEEN 1 AND 14 AND months_to_validate BETWEEN 1 AND 6 AND (cardinality(slots) = 0 OR cardinality(slots) = semesters)");
                    table.ForeignKey(
                        name: "fk_residency_specialty_specialty_code",
                        column: x => x.specialty_code,
                        principalTable: "specialty",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "semester",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_semester", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervisor",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    trained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    approved_until = table.Column<DateOnly>(type: "date", nullable: true),
                    wish = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervisor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "intern",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    faculty_id = table.Column<Guid>(type: "uuid", nullable: true),
                    residency_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intern", x => x.id);
                    table.ForeignKey(
                        name: "fk_intern_faculty_faculty_id",
                        column: x => x.faculty_id,
                        principalTable: "faculty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_intern_residency_residency_code",
                        column: x => x.residency_code,
                        principalTable: "residency",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    interns_added = table.Column<int>(type: "integer", nullable: false),
                    interns_changed = table.Column<int>(type: "integer", nullable: false),
                    assigned = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_import", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_import_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement_capacity",
                columns: table => new
                {
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_capacity", x => new { x.placement_id, x.semester_id });
                    table.CheckConstraint("ck_placement_capacity_semester", "capacity BETWEEN 0 AND 30");
                    table.ForeignKey(
                        name: "fk_placement_capacity_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placement_capacity_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_supervisor",
                columns: table => new
                {
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supervisor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_supervisor", x => new { x.placement_id, x.supervisor_id });
                    table.CheckConstraint("ck_placement_supervisor_share", "share BETWEEN 1 AND 100");
                    table.ForeignKey(
                        name: "fk_placement_supervisor_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placement_supervisor_supervisor_supervisor_id",
                        column: x => x.supervisor_id,
                        principalTable: "supervisor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seat = table.Column<int>(type: "integer", nullable: true),
                    slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    where = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    months_present = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment", x => x.id);
                    table.CheckConstraint("ck_assignment_days", "starts_on <= ends_on");
                    table.CheckConstraint("ck_assignment_kind", "(kind = 'Placement') = (placement_id IS NOT NULL) AND (kind = 'Leave') = (slot IS NULL) AND (seat IS NULL OR kind = 'Placement')");
                    table.CheckConstraint("ck_assignment_outcome", "(outcome = 'Awaited') = (months_present IS NULL) AND (kind <> 'Leave' OR outcome = 'Awaited')");
                    table.ForeignKey(
                        name: "fk_assignment_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_assignment_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_import_change",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_is_new = table.Column<bool>(type: "boolean", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    old_placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    old_slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    old_in_excess = table.Column<bool>(type: "boolean", nullable: false),
                    new_placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    new_slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    old_profile = table.Column<string>(type: "text", nullable: true),
                    new_profile = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_import_change", x => new { x.import_id, x.intern_id });
                    table.ForeignKey(
                        name: "fk_assignment_import_change_assignment_import_import_id",
                        column: x => x.import_id,
                        principalTable: "assignment_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_assignment_import_change_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_intern_id",
                table: "assignment",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_placement_id",
                table: "assignment",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_semester_id",
                table: "assignment",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_import_received_at",
                table: "assignment_import",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_import_semester_id",
                table: "assignment_import",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_import_change_intern_id",
                table: "assignment_import_change",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ux_faculty_name",
                table: "faculty",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_intern_faculty_id",
                table: "intern",
                column: "faculty_id");

            migrationBuilder.CreateIndex(
                name: "ix_intern_residency_code",
                table: "intern",
                column: "residency_code");

            migrationBuilder.CreateIndex(
                name: "ux_intern_email",
                table: "intern",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placement_insee_code",
                table: "placement",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ix_placement_specialty_code",
                table: "placement",
                column: "specialty_code");

            migrationBuilder.CreateIndex(
                name: "ux_placement_name",
                table: "placement",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placement_capacity_semester_id",
                table: "placement_capacity",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_supervisor_supervisor_id",
                table: "placement_supervisor",
                column: "supervisor_id");

            migrationBuilder.CreateIndex(
                name: "ix_residency_specialty_code",
                table: "residency",
                column: "specialty_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignment");

            migrationBuilder.DropTable(
                name: "assignment_import_change");

            migrationBuilder.DropTable(
                name: "placement_capacity");

            migrationBuilder.DropTable(
                name: "placement_supervisor");

            migrationBuilder.DropTable(
                name: "assignment_import");

            migrationBuilder.DropTable(
                name: "intern");

            migrationBuilder.DropTable(
                name: "placement");

            migrationBuilder.DropTable(
                name: "supervisor");

            migrationBuilder.DropTable(
                name: "semester");

            migrationBuilder.DropTable(
                name: "faculty");

            migrationBuilder.DropTable(
                name: "residency");
        }
    }
}
