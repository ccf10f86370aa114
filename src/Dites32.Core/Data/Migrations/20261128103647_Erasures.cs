using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "forget_once_sent",
                table: "outbox_email",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "notice_version",
                table: "application",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pool_joined_at",
                table: "application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pool_left_at",
                table: "application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "pool_text_version",
                table: "application",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "erasure",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erasure_at",
                table: "erasure",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_subject",
                table: "erasure",
                columns: new[] { "subject_id", "kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasure");

            migrationBuilder.DropColumn(
                name: "forget_once_sent",
                table: "outbox_email");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "application");

            migrationBuilder.DropColumn(
                name: "notice_version",
                table: "application");

            migrationBuilder.DropColumn(
                name: "pool_joined_at",
                table: "application");

            migrationBuilder.DropColumn(
                name: "pool_left_at",
                table: "application");

            migrationBuilder.DropColumn(
                name: "pool_text_version",
                table: "application");
        }
    }
}
