using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dites32.Core.Documents;
using Dites32.Core.Shared;

namespace Dites32.Core.Privacy;

/// <summary>
/// Everything the portal holds about a person, as a ZIP file (RGPD, art. 15 and 20): <c>donnees.json</c> for machines,
/// <c>index.html</c> to read, and the files.
/// </summary>
public sealed class PersonalArchive
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PersonalData data;
    private readonly IReadOnlyList<PersonRows> rows;
    private readonly IReadOnlyDictionary<string, string> names;
    private readonly IReadOnlyList<DocumentSummary> documents;
    private readonly DocumentStore store;
    private readonly DateTimeOffset now;

    /// <param name="data">What the columns of the rows mean.</param>
    internal PersonalArchive(
        PersonalData data, IReadOnlyList<PersonRows> rows, IReadOnlyDictionary<string, string> names, IReadOnlyList<DocumentSummary> documents,
        DocumentStore store, DateTimeOffset now) =>
        (this.data, this.rows, this.names, this.documents, this.store, this.now) = (data, rows, names, documents, store, now);

    /// <summary>« mes-donnees-dites32-2026-03-02.zip »</summary>
    public string FileName => $"mes-donnees-dites32-{now.ParisDay().ForMachines()}.zip";

    /// <summary>The whole file, read from its beginning: on the disk, without a name, until it is closed.</summary>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var file = SpooledFile.OpenNameless();
        await WriteAsync(file, cancellationToken);
        file.Position = 0;
        return file;
    }

    private async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        await AddAsync(zip, "index.html", new ArchivePage(data, rows, names, documents, now).Write(), cancellationToken);
        await AddAsync(zip, "donnees.json", Json(), cancellationToken);
        foreach (var document in documents)
        {
            await using var file = await zip.CreateEntry(PathOf(document), CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await foreach (var chunk in store.ChunksAsync(document.Id, cancellationToken))
            {
                await file.WriteAsync(chunk, cancellationToken);
            }
        }
    }

    /// <summary>Two files may have the same name; their numbers differ.</summary>
    internal static string PathOf(DocumentSummary document) => $"documents/{document.Id:N}/{document.FileName}";

    private byte[] Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("date", now.ForMachines());
            foreach (var table in rows)
            {
                json.WriteStartArray(table.Name);
                foreach (var row in table.Rows)
                {
                    row.WriteTo(json);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }
}
