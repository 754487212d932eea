using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Hosting.OpenApi;

// The shapes of what frontends send: only described, never read.

/// <summary>What people typed.</summary>
internal sealed record FdiForm(FdiFormField[] FormFields, bool? ShouldTryLinkingWithSessionUser = null);

/// <summary>One field of a form.</summary>
internal sealed record FdiFormField(string Id, JsonElement Value);

/// <summary>A new password.</summary>
internal sealed record FdiPasswordReset(string Method, string Token, FdiFormField[] FormFields);

/// <summary>The token of a link.</summary>
internal sealed record FdiVerification(string Method, string Token);

/// <summary>An e-mail address or a phone number: one of the two.</summary>
internal sealed record FdiContact(string? Email = null, string? PhoneNumber = null, bool? ShouldTryLinkingWithSessionUser = null);

/// <summary>Where a code was asked for.</summary>
internal sealed record FdiDevice(string DeviceId, string PreAuthSessionId, bool? ShouldTryLinkingWithSessionUser = null);

/// <summary>A link's code, or a device and the code that was typed.</summary>
internal sealed record FdiCode(
    string PreAuthSessionId,
    string? LinkCode = null,
    string? DeviceId = null,
    string? UserInputCode = null,
    bool? ShouldTryLinkingWithSessionUser = null);

/// <summary>What a provider gave: what it redirected with, or tokens.</summary>
internal sealed record FdiProviderSignIn(
    string ThirdPartyId,
    string? ClientType = null,
    [property: JsonPropertyName("redirectURIInfo")] FdiRedirect? RedirectUriInfo = null,
    [property: JsonPropertyName("oAuthTokens")] JsonObject? OAuthTokens = null,
    bool? ShouldTryLinkingWithSessionUser = null);

/// <summary>Where a provider redirected to.</summary>
internal sealed record FdiRedirect(
    [property: JsonPropertyName("redirectURIOnProviderDashboard")] string RedirectUriOnProviderDashboard,
    [property: JsonPropertyName("redirectURIQueryParams")] JsonObject RedirectUriQueryParams,
    string? PkceCodeVerifier = null);
