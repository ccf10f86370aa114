using Dites32.Core.Data;
using Npgsql;

namespace Dites32.Tests.Data;

public sealed class HotConnectionsTests
{
    [Fact]
    public void Statements_stay_prepared_and_connections_are_not_reset()
    {
        var connection = new NpgsqlConnectionStringBuilder(HotConnections.Of("Host=127.0.0.1;Database=dites32"));

        Assert.Equal((50, 2, true), (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages, connection.NoResetOnClose));
    }

    [Fact]
    public void What_the_connection_string_says_goes_first()
    {
        var connection = new NpgsqlConnectionStringBuilder(HotConnections.Of("Host=127.0.0.1;Max Auto Prepare=0;No Reset On Close=false"));

        Assert.Equal((0, false), (connection.MaxAutoPrepare, connection.NoResetOnClose));
    }
}
