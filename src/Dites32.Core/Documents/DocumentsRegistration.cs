using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Documents;

internal static class DocumentsRegistration
{
    public static void AddDocuments(this IServiceCollection services) => services.AddSingleton<DocumentStore>();
}
