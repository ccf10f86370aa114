using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class AuditSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_seal",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    entry_count = table.Column<int>(type: "integer", nullable: false),
                    last_entry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seal", x => x.number);
                });

            migrationBuilder.Sql("""
                CREATE TABLE audit_sealed (
                    month date NOT NULL,
                    seal_number bigint NOT NULL,
                    entry_ids bigint[] NOT NULL,
                    hashes bytea NOT NULL,
                    CONSTRAINT pk_audit_sealed PRIMARY KEY (month, seal_number),
                    CONSTRAINT ck_audit_sealed_hashes CHECK (octet_length(hashes) = 32 * cardinality(entry_ids))
                ) PARTITION BY RANGE (month);
                """);

            migrationBuilder.CreateIndex(
                name: "ix_audit_seal_month",
                table: "audit_seal",
                column: "month");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_seal");

            migrationBuilder.DropTable(
                name: "audit_sealed");

            migrationBuilder.Sql("DROP FUNCTION IF EXISTS audit_part(text, date, text, text), audit_drop(date)");
        }
    }
}
