namespace SuperTokensApp._1.Tests;

public static class Visitors
{
    /// <summary>Signs somebody in on pages whom nobody has seen before.</summary>
    public static async Task<Visitor> SignInAsync(TestApp app, string tenantId = "public")
    {
        var visitor = new Visitor(app);
        var email = People.NewEmail();
#if (UsePasswordless && !UseEmailPassword)
        await CodePageTests.SignInAsync(app, visitor, email, tenantId);
#elif (UseThirdParty && !UseEmailPassword)
        await ExternalPageTests.SignInAsync(visitor, email, tenantId);
#else
        await PasswordPageTests.SignUpAsync(app, visitor, email, $"?returnUrl=%2Faccount&tenantId={tenantId}");
#endif
        return visitor;
    }
}
