namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class DefaultFieldChecksTests
{
    [Theory]
    [InlineData("\"any thing @ all\"@example.com")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData("o'hara+tag@sub-domain.example.co")]
    [InlineData("ünï@example.com")]
    public void Unusual_address_is_taken(string email) => Assert.Null(EmailSyntax.Check(email));

    [Theory]
    [InlineData("@example.com")]
    [InlineData("ann@")]
    [InlineData("ann")]
    [InlineData("ann..b@example.com")]
    [InlineData(".ann@example.com")]
    [InlineData("ann@example")]
    [InlineData("ann@example.c")]
    [InlineData("ann@example.c0m")]
    [InlineData("ann@exam_ple.com")]
    [InlineData("ann@.com")]
    [InlineData("ann@[127.0.0]")]
    [InlineData("ann@[1.2.3.4567]")]
    [InlineData("\"\"@example.com")]
    [InlineData("an n@example.com")]
    [InlineData("ann@example.com\n")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("ann\0@example.com")]
    [InlineData("\"ann\0\"@example.com")]
    [InlineData("\"ann\r\nBcc: eve\"@example.com")]
    public void Malformed_address_is_refused(string email) => Assert.Equal("Email is invalid", EmailSyntax.Check(email));

    [Theory]
    [InlineData(254, null)]
    [InlineData(255, "Email is invalid")]
    public void Address_is_no_longer_than_mail_systems_take(int length, string? error)
        => Assert.Equal(error, EmailSyntax.Check(new string('a', length - "@example.com".Length) + "@example.com"));
}
