using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class OfferPhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "photos",
                table: "offer",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "offer_photo",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    small = table.Column<byte[]>(type: "bytea", nullable: false),
                    large = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_photo", x => new { x.offer_id, x.hash });
                    table.CheckConstraint("ck_offer_photo_hash", "hash ~ '^[0-9a-f]{64}$'");
                    table.CheckConstraint("ck_offer_photo_sides", "width BETWEEN 1 AND 1200 AND height BETWEEN 1 AND 1200");
                    table.CheckConstraint("ck_offer_photo_size", "octet_length(small) BETWEEN 1 AND 2097152 AND octet_length(large) BETWEEN 1 AND 2097152");
                    table.ForeignKey(
                        name: "fk_offer_photo_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_offer_photos",
                table: "offer",
                sql: "jsonb_array_length(photos) <= 6");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "offer_photo");

            migrationBuilder.DropCheckConstraint(
                name: "ck_offer_photos",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "photos",
                table: "offer");
        }
    }
}
