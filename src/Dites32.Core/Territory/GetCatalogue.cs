using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Territory;

/// <summary>The communes, EPCI and specialties, from memory.</summary>
[AllowEveryone]
public sealed record GetCatalogue : IQuery<Result<Catalogue>>;

internal sealed class GetCatalogueHandler(CatalogueCache catalogue) : IRequestHandler<GetCatalogue, Result<Catalogue>>
{
    public async Task<Result<Catalogue>> Handle(GetCatalogue request, CancellationToken cancellationToken) =>
        await catalogue.GetAsync(cancellationToken);
}
