using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class DataProtectionOfficer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "account_roles",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[] { new Guid("32000004-0000-0000-0000-000000000000"), "32000004-0000-0000-0000-000000000000", "DataProtectionOfficer", "DATAPROTECTIONOFFICER" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "account_roles",
                keyColumn: "id",
                keyValue: new Guid("32000004-0000-0000-0000-000000000000"));
        }
    }
}
