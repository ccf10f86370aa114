using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Dites32.Core.Documents;
using Dites32.Tests.Infrastructure;
using static Dites32.Tests.Documents.SampleFiles;

namespace Dites32.Tests.Documents;

/// <summary>What clamd says, and what everything else than a clear answer is taken for.</summary>
public sealed class ClamdTests(ClamdTests.Server shared) : IClassFixture<ClamdTests.Server>
{
    [Fact]
    public async Task A_file_with_the_test_signature_is_refused_wherever_it_stands_in_it()
    {
        Assert.Equal(DocumentVerdict.Refused, await JudgeAsync(ClamdServer.Eicar));
        Assert.Equal(DocumentVerdict.Refused, await JudgeAsync(Docx(("word/media/image1.bin", ClamdServer.Eicar))));
        Assert.Equal(DocumentVerdict.Refused, await JudgeAsync(Zip(("inner.zip", Zip(("x.txt", ClamdServer.Eicar))))));
        Assert.Equal(DocumentVerdict.Refused, await JudgeAsync(Pdf(Stream(System.Text.Encoding.Latin1.GetString(ClamdServer.Eicar)))));
    }

    [Theory, MemberData(nameof(ContentRulesTests.GoodNames), MemberType = typeof(ContentRulesTests))]
    public async Task A_good_file_is_clean(string name) => Assert.Equal(DocumentVerdict.Clean, await JudgeAsync(ContentRulesTests.GoodFile(name)));

    [Fact]
    public async Task A_file_of_10_MB_is_judged() => Assert.Equal(DocumentVerdict.Clean, await JudgeAsync(PdfOf(10 * 1024 * 1024)));

    [Fact]
    public async Task A_nested_archive_over_the_limits_is_refused_because_they_alert()
    {
        var archive = Oversize();

        Assert.Equal(DocumentVerdict.Refused, await JudgeAsync(archive));
        await using var lenient = await ClamdServer.StartAsync(null, "AlertExceedsMax no");
        Assert.Equal(DocumentVerdict.Clean, await JudgeAsync(archive, lenient.Client)); // its signature lies beyond what was read
    }

    [Fact]
    public async Task More_than_it_accepts_is_no_verdict() => Assert.Null(await JudgeAsync(Noise(12 * 1024 * 1024)));

    [Fact]
    public async Task Without_antivirus_there_is_no_verdict()
    {
        Assert.Null(await JudgeAsync(Pdf(), ClamdServer.ClientOf(ClamdServer.FreePort())));
        Assert.Null(await JudgeAsync(Pdf(), new Clamd(new ClamdSettings(null, 0, TimeSpan.FromSeconds(1)))));
    }

    [Theory]
    [InlineData("")] // it closes
    [InlineData("stream: OK")] // cut before its end
    [InlineData("OK\0")]
    [InlineData("stream: OK \0")]
    [InlineData("stream: OK FOUNDATION\0")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n\0")]
    public async Task Any_other_answer_is_no_verdict(string answer)
    {
        using var listener = Listen(out var port);
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[16], 1);
            await stream.WriteAsync(Text(answer));
        }, TestContext.Current.CancellationToken);

        Assert.Null(await JudgeAsync(Pdf(), ClamdServer.ClientOf(port)));
        await serving;
    }

    [Fact]
    public async Task An_antivirus_that_never_answers_is_not_waited_for()
    {
        using var listener = Listen(out var port);

        Assert.Null(await JudgeAsync(Pdf(), ClamdServer.ClientOf(port, patience: 0.3)));
    }

    [Fact]
    public async Task An_antivirus_killed_in_the_middle_gives_no_verdict()
    {
        await using var server = await ClamdServer.StartAsync();

        Assert.Null(await server.Client.JudgeAsync(Parts(), TestContext.Current.CancellationToken));

        async IAsyncEnumerable<ReadOnlyMemory<byte>> Parts()
        {
            yield return Pdf();
            server.Kill();
            await Task.Yield();
            for (var i = 0; i < 40; i++)
            {
                yield return Noise(256 * 1024);
            }
        }
    }

    private Task<DocumentVerdict?> JudgeAsync(byte[] file, Clamd? clamd = null) =>
        (clamd ?? shared.Clamd.Client).JudgeAsync(file.Chunk(DocumentChunk.MaxSize).Select(c => new ReadOnlyMemory<byte>(c)).ToAsyncEnumerable(),
            TestContext.Current.CancellationToken);

    /// <summary>An archive in an archive, that unfolds beyond MaxScanSize before the dangerous file is reached.</summary>
    private static byte[] Oversize()
    {
        var large = Zip(CompressionLevel.Fastest, [.. Enumerable.Range(0, 4).Select(i => ($"{i}.bin", new byte[19 * 1024 * 1024])), ("z.txt", ClamdServer.Eicar)]);
        return Zip(("inner.zip", large));
    }

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    public sealed class Server : IAsyncLifetime
    {
        public ClamdServer Clamd { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Clamd = await ClamdServer.StartAsync();

        public ValueTask DisposeAsync() => Clamd.DisposeAsync();
    }
}
