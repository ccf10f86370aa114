using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dites32.Core.SpouseSupport.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpouseUsualSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "usual_step",
                schema: "spouse",
                columns: table => new
                {
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usual_step", x => x.state);
                    table.CheckConstraint("ck_usual_step_days", "days BETWEEN 0 AND 365");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "usual_step",
                schema: "spouse");
        }
    }
}
