using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>Checks the JWT settings at start.</summary>
internal sealed class JwtOptionsValidator : IValidateOptions<JwtOptions>
{
    public ValidateOptionsResult Validate(string? name, JwtOptions options)
        => options.Validity >= TimeSpan.FromSeconds(1)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"SuperTokens:Jwt:{nameof(options.Validity)} is '{options.Validity}'. Use a time of one second or more, such as '01:00:00'.");
}
