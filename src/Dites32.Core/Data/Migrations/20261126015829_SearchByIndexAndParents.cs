using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchByIndexAndParents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "replaces_unheard",
                table: "application_event",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "parent_kind",
                table: "site",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                computedColumnSql: "CASE WHEN parent_id IS NOT NULL THEN 'HealthCentre' END",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "search",
                table: "candidate",
                type: "text",
                nullable: true,
                computedColumnSql: "public.plain(' ' || name || ' ' || email || ' ' || coalesce(rpps, ''))",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "search",
                table: "application",
                type: "text",
                nullable: true,
                computedColumnSql: "public.plain(' ' || message || ' ' || coalesce(wishes ->> 'Where', '') || ' ' || coalesce(wishes ->> 'What', ''))",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_candidate_phone",
                table: "candidate",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_candidate_search",
                table: "candidate",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_application_search",
                table: "application",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_candidate_phone",
                table: "candidate");

            migrationBuilder.DropIndex(
                name: "ix_candidate_search",
                table: "candidate");

            migrationBuilder.DropIndex(
                name: "ix_application_search",
                table: "application");

            migrationBuilder.DropColumn(
                name: "parent_kind",
                table: "site");

            migrationBuilder.DropColumn(
                name: "search",
                table: "candidate");

            migrationBuilder.DropColumn(
                name: "search",
                table: "application");

            migrationBuilder.DropColumn(
                name: "replaces_unheard",
                table: "application_event");
        }
    }
}
