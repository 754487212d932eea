using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What people type into the one field of a page.</summary>
public sealed class PasswordlessContactsTests
{
    [Theory]
    [InlineData(PasswordlessContactMethod.Email, " Ann@Example.com ", "ann@example.com")]
    [InlineData(PasswordlessContactMethod.Phone, "+44 20 7946 0000", "+442079460000")]
    [InlineData(PasswordlessContactMethod.EmailOrPhone, "ann@example.com", "ann@example.com")]
    [InlineData(PasswordlessContactMethod.EmailOrPhone, "+44 20 7946 0000", "+442079460000")]
    public async Task What_is_typed_is_read_as_the_app_says(PasswordlessContactMethod method, string typed, string read)
    {
        var ok = Assert.IsType<ReadContactResult.Ok>(await ReadAsync(method, typed));
        Assert.Equal(read, ok.Contact switch { PasswordlessContact.Email email => email.Address, PasswordlessContact.Phone phone => phone.Number, _ => null });
    }

    [Theory]
    [InlineData(PasswordlessContactMethod.Email, "+44 20 7946 0000", "Email is invalid")]
    [InlineData(PasswordlessContactMethod.Phone, "ann@example.com", "Phone number is invalid")]
    [InlineData(PasswordlessContactMethod.EmailOrPhone, "ann", "Phone number is invalid")]
    [InlineData(PasswordlessContactMethod.EmailOrPhone, "ann@", "Email is invalid")]
    [InlineData(PasswordlessContactMethod.EmailOrPhone, "", "Phone number is invalid")]
    public async Task What_is_no_address_or_number_is_said_to_be_none(PasswordlessContactMethod method, string typed, string error)
        => Assert.Equal(error, Assert.IsType<ReadContactResult.Invalid>(await ReadAsync(method, typed)).Error);

    private static async Task<ReadContactResult> ReadAsync(PasswordlessContactMethod method, string typed)
    {
        await using var app = await TestApp.StartAsync(
            new StubCore(),
            builder => builder.AddSession().AddPasswordless(options => options.ContactMethod = method),
            environment: "Development");
        return await app.Services.GetRequiredService<PasswordlessContacts>().ReadAsync(typed, "public");
    }
}
