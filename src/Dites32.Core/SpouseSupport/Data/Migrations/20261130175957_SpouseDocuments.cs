using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpouseDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_seal",
                schema: "spouse",
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

            migrationBuilder.CreateTable(
                name: "audit_sealed",
                schema: "spouse",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    seal_number = table.Column<long>(type: "bigint", nullable: false),
                    entry_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    hashes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_sealed", x => new { x.month, x.seal_number });
                    table.CheckConstraint("ck_audit_sealed_hashes", "octet_length(hashes) = 32 * cardinality(entry_ids)");
                });

            migrationBuilder.CreateTable(
                name: "document",
                schema: "spouse",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verdict_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                    table.CheckConstraint("document_sha256", "octet_length(sha256) = 32");
                    table.CheckConstraint("document_size", "size_bytes BETWEEN 1 AND 10485760");
                    table.CheckConstraint("document_verdict_has_its_time", "(verdict = 'Pending') = (verdict_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_document_spouse_case_owner_id",
                        column: x => x.owner_id,
                        principalSchema: "spouse",
                        principalTable: "spouse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_chunk",
                schema: "spouse",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_chunk", x => new { x.document_id, x.number });
                    table.CheckConstraint("document_chunk_size", "octet_length(bytes) BETWEEN 1 AND 262144");
                    table.ForeignKey(
                        name: "fk_document_chunk_document_document_id",
                        column: x => x.document_id,
                        principalSchema: "spouse",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seal_month",
                schema: "spouse",
                table: "audit_seal",
                column: "month");

            migrationBuilder.CreateIndex(
                name: "ix_document_expires_at",
                schema: "spouse",
                table: "document",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_document_same_file",
                schema: "spouse",
                table: "document",
                columns: new[] { "owner_id", "sha256" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_seal",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "audit_sealed",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "document_chunk",
                schema: "spouse");

            migrationBuilder.DropTable(
                name: "document",
                schema: "spouse");
        }
    }
}
