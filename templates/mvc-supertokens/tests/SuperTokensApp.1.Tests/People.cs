namespace SuperTokensApp._1.Tests;

public static class People
{
    public static string NewEmail() => $"ada.{Guid.NewGuid():n}@example.com";

    /// <summary>Signs somebody in whom nobody has seen before.</summary>
    public static async Task<Frontend> SignInAsync(TestApp app, string tenantId = "public")
    {
        var person = new Frontend(app.CreateClient(), tenantId);
        var email = NewEmail();
#if (UsePasswordless && !UseEmailPassword)
        await PasswordlessTests.SignInAsync(app, person, email);
#elif (UseThirdParty && !UseEmailPassword)
        await ThirdPartyTests.SignInAsync(person, email);
#else
        await EmailPasswordTests.SignUpAsync(person, email);
#endif
#if (UseEmailVerification)
        await EmailVerificationTests.VerifyAsync(app, person, email);
#endif
        return person;
    }
}
