using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting.RateLimiting;

namespace SuperTokens.Backend.RateLimiting;

public sealed class RateLimitingOptionsTests
{
    [Fact]
    public void A_setting_changes_its_own_part_and_leaves_the_rest()
    {
        var options = Read(("FailedAttemptsPerAccount:Permits", "5"), ("UseStatus429", "true"), ("LookupsPerAddress:Window", "00:02:00"));

        Assert.Equal((5, TimeSpan.FromMinutes(30)), (options.FailedAttemptsPerAccount.Permits, options.FailedAttemptsPerAccount.Window));
        Assert.Equal((60, TimeSpan.FromMinutes(2)), (options.LookupsPerAddress.Permits, options.LookupsPerAddress.Window));
        Assert.True(options is { Enabled: true, UseStatus429: true });
    }

    [Theory]
    [InlineData("SignUpsPerAddress:Permits", "0")]
    [InlineData("MessagesPerRecipient:Permits", "1000001")]
    [InlineData("LookupsPerAddress:Window", "00:00:00")]
    [InlineData("FailedRefreshesPerAddress:Window", "2.00:00:00")]
    [InlineData("MaxTracked", "10")]
    [InlineData("Message", " ")]
    public void A_wrong_setting_is_named_with_its_value_and_a_fix(string setting, string value)
    {
        var message = Assert.Throws<OptionsValidationException>(() => Read((setting, value))).Message;

        Assert.StartsWith("SuperTokens:RateLimiting:" + setting, message, StringComparison.Ordinal);
        Assert.Contains("such as", message, StringComparison.Ordinal);
    }

    private static RateLimitingOptions Read(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("SuperTokens:RateLimiting:" + setting.Name, (string?)setting.Value)));
        builder.Services.AddSuperTokens(builder.Configuration.GetSection("SuperTokens")).AddRateLimiting();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<RateLimitingOptions>>().Value;
    }
}
