using System.Data.Common;
using Npgsql;

namespace Dites32.Core.Data;

/// <summary>How the portal's own connections are opened.</summary>
internal static class HotConnections
{
    /// <summary>
    /// Statements sent again and again stay prepared in each connection; and no request leaves a setting, a lock or a
    /// temporary table behind that would have to be reset before the next one. What the connection string says goes first.
    /// </summary>
    public static string Of(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!said.ContainsKey("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = 50;
            connection.AutoPrepareMinUsages = 2;
        }

        if (!said.ContainsKey("No Reset On Close"))
        {
            connection.NoResetOnClose = true;
        }

        return connection.ConnectionString;
    }
}
