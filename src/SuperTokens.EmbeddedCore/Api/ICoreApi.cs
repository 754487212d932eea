namespace SuperTokens.EmbeddedCore.Api;

/// <summary>The routes of one recipe.</summary>
internal interface ICoreApi
{
    void Map(CoreRouter router);
}
