using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

public sealed class SignUpTests
{
    [Fact]
    public async Task Sign_up_answers_the_user_and_begins_a_session()
    {
        await using var app = await EmailPasswordApp.StartAsync();

        var answer = await app.SignUpAsync("Ann@Example.com ");

        Assert.Equal("OK", answer.Status);
        Assert.NotNull(answer.AccessToken);
        var user = answer.Json["user"]!;
        Assert.Equal("ann@example.com", (string)user["emails"]![0]!);
        Assert.Equal(["id", "isPrimaryUser", "tenantIds", "emails", "phoneNumbers", "thirdParty", "webauthn", "loginMethods", "timeJoined"], Names(user));
        var method = user["loginMethods"]![0]!;
        Assert.Equal(["recipeId", "recipeUserId", "tenantIds", "email", "timeJoined", "verified"], Names(method));
        Assert.Equal((string)user["id"]!, (string)method["recipeUserId"]!);
    }

    [Theory]
    [InlineData("1.17", false)]
    [InlineData("1.18", true)]
    [InlineData("1.19", true)]
    [InlineData("2.0", false)]
    [InlineData("3.0", true)]
    [InlineData("4.2", true)]
    [InlineData("9.9", true)]
    [InlineData("1.16,1.17,1.18,1.19,2.0,3.0,3.1,4.0,4.1,4.2", true)]
    [InlineData("1.16, 1.17", false)]
    public async Task User_has_the_shape_of_the_frontends_protocol_version(string fdiVersion, bool knowsLoginMethods)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        foreach (var path in (string[])["/auth/signup", "/auth/signin"])
        {
            var user = (await app.PostAsync(path, EmailPasswordApp.Form("ann@example.com"), fdiVersion)).Json["user"]!;
            Assert.Equal(knowsLoginMethods, Names(user).Contains("loginMethods"));
            if (!knowsLoginMethods)
            {
                Assert.Equal(["id", "timeJoined", "email"], Names(user));
                Assert.Equal("ann@example.com", (string)user["email"]!);
            }
        }
    }

    [Fact]
    public async Task Sign_up_with_a_taken_address_is_a_field_error_without_a_session()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        await app.SignUpAsync("ann@example.com");

        var answer = await app.SignUpAsync("ANN@example.com", "An0therPassword");

        Assert.Equal(HttpStatusCode.OK, answer.Code);
        Assert.Equal("FIELD_ERROR", answer.Status);
        Assert.Equal("This email already exists. Please sign in instead.", answer.FieldError("email"));
        Assert.Null(answer.AccessToken);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync("ann@example.com", "An0therPassword")).Status);
    }

    [Fact]
    public async Task Two_sign_ups_at_once_make_one_user()
    {
        await using var app = await EmailPasswordApp.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.SignUpAsync("ann@example.com")));

        Assert.Single(answers, answer => answer.Status == "OK");
        Assert.Equal(7, answers.Count(answer => answer.Status == "FIELD_ERROR"));
        Assert.Equal(1, await app.App.Services.GetRequiredService<IUserDirectory>().CountUsersAsync());
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        await using var app = await EmailPasswordApp.StartAsync();
        var answer = await app.SignUpAsync("bad", "bad");
        Assert.Equal("FIELD_ERROR", answer.Status);
        Assert.Equal("Email is invalid", answer.FieldError("email"));
        Assert.Equal("Password must contain at least 8 characters, including a number", answer.FieldError("password"));
        Assert.Empty(app.CoreCalls.Calls);
    }

    [Fact]
    public async Task Extra_fields_are_checked_and_reach_an_override_of_the_API()
    {
        string? seen = null;
        await using var app = await EmailPasswordApp.StartAsync(builder => builder
            .AddEmailPassword(options =>
            {
                options.FormFields.Add(new FormField { Id = "name" });
                options.FormFields.Add(new FormField { Id = "age", Optional = true });
            })
            .Override<IEmailPasswordApi>((inner, _) => new WatchingApi(inner, input => seen = input.FormFields.Single(field => field.Id == "name").Text)));

        var without = await app.SignUpAsync("ann@example.com");
        var unknown = await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com", more: [EmailPasswordApp.Field("nickname", "a"), EmailPasswordApp.Field("age", 3)]));
        var tooMany = await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com", more: [.. "abc".Select(id => EmailPasswordApp.Field($"{id}", 1))]));
        var with = await app.PostAsync("/auth/signup", EmailPasswordApp.Form("ann@example.com", more: EmailPasswordApp.Field("name", "Ann")));

        Assert.Equal("Field is not optional", without.FieldError("name"));
        Assert.Equal("Field is not optional", unknown.FieldError("name"));
        Assert.Equal("Are you sending too many formFields?", tooMany.Message);
        Assert.Equal("OK", with.Status);
        Assert.Equal("Ann", seen);
    }

    [Theory]
    [InlineData("u1@stfakeemail.supertokens.com")]
    [InlineData("u1@google.fakeemail.com")]
    public async Task Stand_in_address_can_neither_sign_up_nor_in(string email)
    {
        await using var app = await EmailPasswordApp.StartAsync();
        Assert.Equal("FIELD_ERROR", (await app.SignUpAsync(email)).Status);
        await app.Recipe.SignUpAsync("public", email, EmailPasswordApp.Password);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.SignInAsync(email)).Status);
    }

    private static string[] Names(JsonNode node) => [.. node.AsObject().Select(property => property.Key)];

    private sealed class WatchingApi(IEmailPasswordApi inner, Action<EmailPasswordAuthInput> watch) : DelegatingEmailPasswordApi(inner)
    {
        public override Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, Hosting.ApiContext context, CancellationToken cancellationToken = default)
        {
            watch(input);
            return base.SignUpAsync(input, context, cancellationToken);
        }
    }
}
