using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ApplicationOfAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "application",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_account_id",
                table: "application",
                column: "account_id");

            migrationBuilder.AddForeignKey(
                name: "fk_application_account_account_id",
                table: "application",
                column: "account_id",
                principalTable: "account",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_application_account_account_id",
                table: "application");

            migrationBuilder.DropIndex(
                name: "ix_application_account_id",
                table: "application");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "application");
        }
    }
}
