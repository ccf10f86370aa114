using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ExternalSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_account_user_logins_user_id",
                table: "account_user_logins");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rpps_verified_at",
                table: "candidate",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rpps_verified_by",
                table: "candidate",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "provider_display_name",
                table: "account_user_logins",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "provider_key",
                table: "account_user_logins",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "login_provider",
                table: "account_user_logins",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "rpps",
                table: "account",
                type: "character varying(11)",
                maxLength: 11,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rpps_verified_at",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rpps_verified_by",
                table: "account",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_candidate_rpps",
                table: "candidate",
                sql: "(rpps_verified_at IS NULL) = (rpps_verified_by IS NULL) AND (rpps IS NOT NULL OR rpps_verified_at IS NULL)");

            migrationBuilder.CreateIndex(
                name: "account_user_logins_one_of_each",
                table: "account_user_logins",
                columns: new[] { "user_id", "login_provider" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_account_rpps",
                table: "account",
                sql: "(rpps IS NULL) = (rpps_verified_at IS NULL) AND (rpps IS NULL) = (rpps_verified_by IS NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_candidate_rpps",
                table: "candidate");

            migrationBuilder.DropIndex(
                name: "account_user_logins_one_of_each",
                table: "account_user_logins");

            migrationBuilder.DropCheckConstraint(
                name: "ck_account_rpps",
                table: "account");

            migrationBuilder.DropColumn(
                name: "rpps_verified_at",
                table: "candidate");

            migrationBuilder.DropColumn(
                name: "rpps_verified_by",
                table: "candidate");

            migrationBuilder.DropColumn(
                name: "rpps",
                table: "account");

            migrationBuilder.DropColumn(
                name: "rpps_verified_at",
                table: "account");

            migrationBuilder.DropColumn(
                name: "rpps_verified_by",
                table: "account");

            migrationBuilder.AlterColumn<string>(
                name: "provider_display_name",
                table: "account_user_logins",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(255)",
                oldMaxLength: 255,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "provider_key",
                table: "account_user_logins",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(255)",
                oldMaxLength: 255);

            migrationBuilder.AlterColumn<string>(
                name: "login_provider",
                table: "account_user_logins",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(255)",
                oldMaxLength: 255);

            migrationBuilder.CreateIndex(
                name: "ix_account_user_logins_user_id",
                table: "account_user_logins",
                column: "user_id");
        }
    }
}
