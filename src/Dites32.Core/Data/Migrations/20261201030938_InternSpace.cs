using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class InternSpace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "contact_stopped_at",
                table: "intern");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "intern");
        }
    }
}
