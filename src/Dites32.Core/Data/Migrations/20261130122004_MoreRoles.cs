using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class MoreRoles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "account_roles",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { new Guid("32000005-0000-0000-0000-000000000000"), "32000005-0000-0000-0000-000000000000", "HealthCentreHr", "HEALTHCENTREHR" },
                    { new Guid("32000006-0000-0000-0000-000000000000"), "32000006-0000-0000-0000-000000000000", "SpouseCaseworker", "SPOUSECASEWORKER" },
                    { new Guid("32000007-0000-0000-0000-000000000000"), "32000007-0000-0000-0000-000000000000", "InternshipCoordinator", "INTERNSHIPCOORDINATOR" },
                    { new Guid("32000008-0000-0000-0000-000000000000"), "32000008-0000-0000-0000-000000000000", "TerritoryManager", "TERRITORYMANAGER" }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "account_roles",
                keyColumn: "id",
                keyValue: new Guid("32000005-0000-0000-0000-000000000000"));

            migrationBuilder.DeleteData(
                table: "account_roles",
                keyColumn: "id",
                keyValue: new Guid("32000006-0000-0000-0000-000000000000"));

            migrationBuilder.DeleteData(
                table: "account_roles",
                keyColumn: "id",
                keyValue: new Guid("32000007-0000-0000-0000-000000000000"));

            migrationBuilder.DeleteData(
                table: "account_roles",
                keyColumn: "id",
                keyValue: new Guid("32000008-0000-0000-0000-000000000000"));
        }
    }
}
