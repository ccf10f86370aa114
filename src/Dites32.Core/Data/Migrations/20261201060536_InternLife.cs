using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class InternLife : Migration
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "contact_stopped_at",
                table: "intern",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "told_at",
                table: "intern",
                type: "timestamp with time zone",
                nullable: true);

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
                name: "housing_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    comfort = table.Column<int>(type: "integer", nullable: false),
                    situation = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_shown = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_opinion", x => x.id);
                    table.CheckConstraint("ck_housing_opinion_marks", "comfort BETWEEN 1 AND 5 AND situation BETWEEN 1 AND 5");
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
                name: "opinion_given",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_given", x => x.assignment_id);
                    table.ForeignKey(
                        name: "fk_opinion_given_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_opinion_given_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    welcome = table.Column<int>(type: "integer", nullable: false),
                    supervision = table.Column<int>(type: "integer", nullable: false),
                    autonomy = table.Column<int>(type: "integer", nullable: false),
                    workload = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_shown = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_opinion", x => x.id);
                    table.CheckConstraint("ck_placement_opinion_marks", "welcome BETWEEN 1 AND 5 AND supervision BETWEEN 1 AND 5 AND autonomy BETWEEN 1 AND 5 AND workload BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_placement_opinion_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "semester_contact",
                columns: table => new
                {
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_semester_contact", x => x.semester_id);
                    table.ForeignKey(
                        name: "fk_semester_contact_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_semester_contact_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "semester_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organiser = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    seats = table.Column<int>(type: "integer", nullable: true),
                    register_until = table.Column<DateOnly>(type: "date", nullable: true),
                    cost = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_semester_event", x => x.id);
                    table.CheckConstraint("ck_semester_event_hours", "starts_at < ends_at");
                    table.CheckConstraint("ck_semester_event_seats", "seats BETWEEN 1 AND 500");
                    table.ForeignKey(
                        name: "fk_semester_event_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "semester_poll",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    choices = table.Column<string[]>(type: "text[]", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_semester_poll", x => x.id);
                    table.CheckConstraint("ck_semester_poll_choices", "cardinality(choices) BETWEEN 2 AND 8");
                    table.ForeignKey(
                        name: "fk_semester_poll_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "semester_welcome",
                columns: table => new
                {
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_semester_welcome", x => x.semester_id);
                    table.ForeignKey(
                        name: "fk_semester_welcome_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "welcome_sent",
                columns: table => new
                {
                    semester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_welcome_sent", x => new { x.semester_id, x.intern_id });
                    table.ForeignKey(
                        name: "fk_welcome_sent_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_welcome_sent_semester_semester_id",
                        column: x => x.semester_id,
                        principalTable: "semester",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "event_registration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    photo_consent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attended = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_registration", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_registration_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_registration_semester_event_event_id",
                        column: x => x.event_id,
                        principalTable: "semester_event",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "poll_vote",
                columns: table => new
                {
                    poll_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_poll_vote", x => new { x.poll_id, x.intern_id });
                    table.CheckConstraint("ck_poll_vote_choice", "choice BETWEEN 0 AND 7");
                    table.ForeignKey(
                        name: "fk_poll_vote_intern_intern_id",
                        column: x => x.intern_id,
                        principalTable: "intern",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_poll_vote_semester_poll_poll_id",
                        column: x => x.poll_id,
                        principalTable: "semester_poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "ix_career_step_insee_code",
                table: "career_step",
                column: "insee_code");

            migrationBuilder.CreateIndex(
                name: "ix_career_step_intern_id",
                table: "career_step",
                column: "intern_id");

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
                name: "ix_event_registration_intern_id",
                table: "event_registration",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ux_event_registration_intern",
                table: "event_registration",
                columns: new[] { "event_id", "intern_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_event_registration_rank",
                table: "event_registration",
                columns: new[] { "event_id", "rank" },
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

            migrationBuilder.CreateIndex(
                name: "ix_opinion_given_intern_id",
                table: "opinion_given",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_opinion_placement_id",
                table: "placement_opinion",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_poll_vote_intern_id",
                table: "poll_vote",
                column: "intern_id");

            migrationBuilder.CreateIndex(
                name: "ix_semester_contact_account_id",
                table: "semester_contact",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_semester_event_semester_id",
                table: "semester_event",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_semester_poll_semester_id",
                table: "semester_poll",
                column: "semester_id");

            migrationBuilder.CreateIndex(
                name: "ix_welcome_sent_intern_id",
                table: "welcome_sent",
                column: "intern_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "career_step");

            migrationBuilder.DropTable(
                name: "dwelling_photo");

            migrationBuilder.DropTable(
                name: "event_registration");

            migrationBuilder.DropTable(
                name: "housing_allowance");

            migrationBuilder.DropTable(
                name: "housing_booking");

            migrationBuilder.DropTable(
                name: "housing_opinion");

            migrationBuilder.DropTable(
                name: "housing_request");

            migrationBuilder.DropTable(
                name: "housing_round");

            migrationBuilder.DropTable(
                name: "intern_locum");

            migrationBuilder.DropTable(
                name: "licence_condition");

            migrationBuilder.DropTable(
                name: "opinion_given");

            migrationBuilder.DropTable(
                name: "placement_opinion");

            migrationBuilder.DropTable(
                name: "poll_vote");

            migrationBuilder.DropTable(
                name: "semester_contact");

            migrationBuilder.DropTable(
                name: "semester_welcome");

            migrationBuilder.DropTable(
                name: "supervisor_search");

            migrationBuilder.DropTable(
                name: "welcome_sent");

            migrationBuilder.DropTable(
                name: "semester_event");

            migrationBuilder.DropTable(
                name: "dwelling_room");

            migrationBuilder.DropTable(
                name: "semester_poll");

            migrationBuilder.DropTable(
                name: "dwelling");

            migrationBuilder.DropColumn(
                name: "habits",
                table: "supervisor");

            migrationBuilder.DropColumn(
                name: "contact_stopped_at",
                table: "intern");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "intern");
        }
    }
}
