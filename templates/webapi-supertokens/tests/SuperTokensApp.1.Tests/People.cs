namespace SuperTokensApp._1.Tests;

public static class People
{
    public static string NewEmail() => $"ada.{Guid.NewGuid():n}@example.com";

    /// <summary>Signs somebody in whom nobody has seen before.</summary>
    public static Task<Frontend> SignInAsync(TestApp app, string tenantId = "public") => SignInAsync(app, new Frontend(app.CreateClient(), tenantId));

    /// <summary>Signs somebody in whom nobody has seen before, with a frontend of the test's own.</summary>
    public static async Task<Frontend> SignInAsync(TestApp app, Frontend person)
    {
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
