using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Housing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "habits",
                table: "supervisor",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dwelling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    insee_code = table.Column<string>(type: "character(5)", nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    owner_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    owner_phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    owner_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    is_of_authority = table.Column<bool>(type: "boolean", nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    keys = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    road = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    rules = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling", x => x.id);
                    table.ForeignKey(
                        name: "fk_dwelling_commune_insee_code",
                        column: x => x.insee_code,
                        principalTable: "commune",
                        principalColumn: "insee_code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "housing_allowance",
                columns: table => new
                {
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    monthly_euros = table.Column<int>(type: "integer", nullable: false),
                    usual_rent = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_allowance", x => x.starts_on);
                    table.CheckConstraint("ck_housing_allowance", "monthly_euros BETWEEN 0 AND 5000 AND (usual_rent IS NULL OR usual_rent BETWEEN 0 AND 5000)");
                });

            migrationBuilder.CreateTable(
                name: "housing_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    wishes = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    is_known_to_flatmates = table.Column<bool>(type: "boolean", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    declined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decline_reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_request", x => x.id);
                    table.CheckConstraint("ck_housing_request", "starts_on <= ends_on AND (declined_at IS NULL) = (decline_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_housing_request_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_housing_request_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "housing_round",
                columns: table => new
                {
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    criteria = table.Column<string[]>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_round", x => x.semester_id);
                    table.ForeignKey(
                        name: "fk_housing_round_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dwelling_photo",
                columns: table => new
                {
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    small = table.Column<byte[]>(type: "bytea", nullable: false),
                    large = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling_photo", x => new { x.dwelling_id, x.hash });
                    table.CheckConstraint("ck_dwelling_photo_hash", "hash ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_dwelling_photo_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dwelling_room",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    monthly_rent = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling_room", x => x.id);
                    table.CheckConstraint("ck_dwelling_room_rent", "monthly_rent BETWEEN 0 AND 3000");
                    table.ForeignKey(
                        name: "fk_dwelling_room_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "housing_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_known_to_flatmates = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_booking", x => x.id);
                    table.CheckConstraint("ck_housing_booking_days", "starts_on <= ends_on");
                    table.ForeignKey(
                        name: "fk_housing_booking_dwelling_room_room_id",
                        column: x => x.room_id,
                        principalTable: "dwelling_room",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_housing_booking_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_housing_booking_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_insee_code",
                table: "dwelling",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ux_dwelling_room_name",
                table: "dwelling_room",
                columns: new[] { "dwelling_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_housing_booking_intern_id",
                table: "housing_booking",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_booking_room_id",
                table: "housing_booking",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_booking_semester_id",
                table: "housing_booking",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_request_semester_id",
                table: "housing_request",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ux_housing_request_semester",
                table: "housing_request",
                columns: new[] { "intern_id", "semester_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dwelling_photo");

            migrationBuilder.DropTable(
                name: "housing_allowance");

            migrationBuilder.DropTable(
                name: "housing_booking");

            migrationBuilder.DropTable(
                name: "housing_request");

            migrationBuilder.DropTable(
                name: "housing_round");

            migrationBuilder.DropTable(
                name: "dwelling_room");

            migrationBuilder.DropTable(
                name: "dwelling");

            migrationBuilder.DropColumn(
                name: "habits",
                table: "supervisor");
        }
    }
}
