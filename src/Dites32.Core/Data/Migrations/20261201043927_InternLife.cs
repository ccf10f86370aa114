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
                name: "event_registration");

            migrationBuilder.DropTable(
                name: "housing_opinion");

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
                name: "welcome_sent");

            migrationBuilder.DropTable(
                name: "semester_event");

            migrationBuilder.DropTable(
                name: "semester_poll");
        }
    }
}
