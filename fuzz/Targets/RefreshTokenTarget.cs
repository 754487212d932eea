using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Refresh tokens that the embedded core did not make: none is valid, and each gets an answer.</summary>
internal static class RefreshTokenTarget
{
    private static readonly RefreshTokens s_tokens = CreateTokens();

    internal static string Run(string text) => s_tokens.Read(TenantKey.Default, text) switch
    {
        RefreshTokenReading.Invalid invalid => invalid.Message,
        _ => throw new BrokenRuleException("A token that this core did not make is invalid."),
    };

    private static RefreshTokens CreateTokens()
    {
        var database = new CoreDatabase(file: null);
        database.Write(db => TenantStore.Save(db, new TenantRow(new TenantKey(TenantKey.Default, TenantKey.Default), null, null, []), DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds()));
        return new RefreshTokens(database);
    }
}
