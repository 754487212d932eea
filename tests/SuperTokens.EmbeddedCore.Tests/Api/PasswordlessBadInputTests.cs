using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class PasswordlessBadInputTests : IDisposable
{
    private const string OneAddress = "Please provide exactly one of email, phoneNumber or deviceId";
    private const string OneCode = "Please provide exactly one of linkCode or deviceId+userInputCode";
    private const string OneOfFour = "Please provide exactly one of email, phoneNumber, deviceId or preAuthSessionId";

    private readonly PasswordlessCore _core = new();

    [Theory]
    [InlineData("/recipe/signinup/code", "{}", OneAddress)]
    [InlineData("/recipe/signinup/code", """{"email":"a@example.com","phoneNumber":"1"}""", OneAddress)]
    [InlineData("/recipe/signinup/code", """{"email":"a@example.com","deviceId":"x"}""", OneAddress)]
    [InlineData("/recipe/signinup/code", """{"email":null}""", "Field name 'email' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code", """{"phoneNumber":36301234567}""", "Field name 'phoneNumber' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code", """{"email":"a@example.com","userInputCode":""}""", "userInputCode cannot be an empty string.")]
    [InlineData("/recipe/signinup/code", """{"email":"a@example.com","userInputCode":123456}""", "Field name 'userInputCode' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code", """{"deviceId":"not base64!"}""", "Input encoding error in deviceId")]
    [InlineData("/recipe/signinup/code", """{"email":"a@example.com""", "Invalid Json Input")]
    [InlineData("/recipe/signinup/code/consume", "{}", "Field name 'preAuthSessionId' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x"}""", OneCode)]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","deviceId":"x"}""", OneCode)]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"x","deviceId":"x","userInputCode":"x"}""", OneCode)]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":null}""", "Field name 'linkCode' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"a+b/"}""", "Input encoding error in linkCode")]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"abc=="}""", "Input encoding error in linkCode")]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"ab cd"}""", "Input encoding error in linkCode")]
    [InlineData("/recipe/signinup/code/consume", """{"preAuthSessionId":"x","deviceId":"a-b_","userInputCode":"1"}""", "Input encoding error in deviceId")]
    [InlineData("/recipe/signinup/code/check", """{"preAuthSessionId":"x","deviceId":"abcde","userInputCode":"1"}""", "Input encoding error in deviceId")]
    [InlineData("/recipe/signinup/code/check", """{"preAuthSessionId":["x"],"linkCode":"x"}""", "Field name 'preAuthSessionId' is invalid in JSON input")]
    [InlineData("/recipe/signinup/code/remove", "{}", "Please provide either 'codeId' or 'preAuthSessionId'")]
    [InlineData("/recipe/signinup/code/remove", """{"codeId":"x","preAuthSessionId":"x"}""", "Please provide only one of 'codeId' or 'preAuthSessionId'")]
    [InlineData("/recipe/signinup/codes/remove", "{}", "Please provide exactly one of email or phoneNumber")]
    [InlineData("/recipe/signinup/codes/remove", """{"email":"x","phoneNumber":"x"}""", "Please provide exactly one of email or phoneNumber")]
    [InlineData("/recipe/signinup/codes", null, OneOfFour)]
    [InlineData("/recipe/signinup/codes?email=x&deviceId=x", null, OneOfFour)]
    [InlineData("/recipe/signinup/codes?deviceId=x", null, "Input encoding error in deviceId")]
    [InlineData("/recipe/user", null, "Please provide exactly one of userId, email or phoneNumber")]
    [InlineData("/recipe/user?userId=x&email=x", null, "Please provide exactly one of userId, email or phoneNumber")]
    [InlineData("/unknown/recipe/signinup/codes?deviceId=x", null, "AppId or tenantId not found => Tenant with the following connectionURIDomain, appId and tenantId combination not found: (, public, unknown)")]
    [InlineData("/unknown/recipe/signinup/code", """{"deviceId":"x"}""", "AppId or tenantId not found => Tenant with the following connectionURIDomain, appId and tenantId combination not found: (, public, unknown)")]
    [InlineData("/unknown/recipe/signinup/code/consume", """{"preAuthSessionId":"x","linkCode":"x"}""", "AppId or tenantId not found => Tenant with the following connectionURIDomain, appId and tenantId combination not found: (, public, unknown)")]
    public async Task Bad_input_is_400_and_says_what_is_wrong(string path, string? body, string message) =>
        Assert.Equal(
            (HttpStatusCode.BadRequest, message + "\n"),
            await _core.RawAsync(body is null ? HttpMethod.Get : HttpMethod.Post, path, body));

    [Theory]
    [InlineData("'; drop table passwordless_codes; --@example.com")]
    [InlineData("nul\0byte@example.com")]
    [InlineData("{0}%s@example.com")]
    [InlineData("nul\0byte")]
    [InlineData("not a number")]
    [InlineData("+")]
    public async Task Hostile_addresses_are_data(string address)
    {
        var field = address.Contains('@', StringComparison.Ordinal) ? "email" : "phoneNumber";
        var code = await _core.CreateAsync(address);
        await _core.CreateAsync("somebody@else.example");
        Assert.Single((await _core.GetAsync($"/recipe/signinup/codes?{field}={Uri.EscapeDataString(address)}"))["devices"]!.AsArray());
        Assert.Equal(address, (string?)(await _core.ConsumeAsync(code))["consumedDevice"]![field]);
        Assert.False((bool)(await _core.SignInUpAsync(address))["createdNewUser"]!);
        await _core.PostAsync("/recipe/signinup/codes/remove", new JsonObject { [field] = address });
        Assert.Single((await _core.GetAsync("/recipe/signinup/codes?email=somebody@else.example"))["devices"]!.AsArray());
    }

    [Theory]
    [InlineData("nul\0byte")]
    [InlineData("漢字 🙂")]
    [InlineData(" ")]
    public async Task A_custom_code_is_compared_as_it_was_given(string custom)
    {
        var code = await _core.CreateAsync("a@example.com");
        var resent = await _core.ResendAsync(code, custom);
        Assert.Equal(custom, (string?)resent["userInputCode"]);
        Assert.Equal("INCORRECT_USER_INPUT_CODE_ERROR", (string?)(await _core.ConsumeAsync(resent, custom + " "))["status"]);
        Assert.Equal("OK", (string?)(await _core.ConsumeAsync(resent, custom))["status"]);
    }

    [Fact]
    public async Task Very_long_texts_are_answered_like_any_other()
    {
        var longText = new string('a', 200_000);
        var code = await _core.CreateAsync("a@example.com");
        Assert.Equal("INCORRECT_USER_INPUT_CODE_ERROR", (string?)(await _core.ConsumeAsync(code, longText))["status"]);
        Assert.Equal("OK", (string?)(await _core.ConsumeAsync(code))["status"]);
        Assert.Equal(
            "RESTART_FLOW_ERROR",
            (string?)(await _core.ConsumeLinkAsync(new JsonObject { ["preAuthSessionId"] = longText, ["linkCode"] = longText }))["status"]);
        Assert.Equal("[]", (await _core.GetAsync($"/users?email={longText[..60_000]}"))["users"]!.ToJsonString());
    }

    [Theory]
    [InlineData("POST", "/recipe/signinup/code", """{"email":"{0}"}""", "email", 256)]
    [InlineData("POST", "/recipe/signinup/code", """{"phoneNumber":"{0}"}""", "phoneNumber", 256)]
    [InlineData("PUT", "/recipe/user", """{"recipeUserId":"x","email":"{0}"}""", "email", 256)]
    [InlineData("PUT", "/recipe/user", """{"recipeUserId":"x","phoneNumber":"{0}"}""", "phoneNumber", 256)]
    [InlineData("POST", "/recipe/signup", """{"email":"{0}","password":"x"}""", "email", 256)]
    [InlineData("POST", "/recipe/signinup", """{"thirdPartyId":"{0}","thirdPartyUserId":"1","email":{"id":"a","isVerified":true}}""", "thirdPartyId", 28)]
    [InlineData("POST", "/recipe/signinup", """{"thirdPartyId":"g","thirdPartyUserId":"{0}","email":{"id":"a","isVerified":true}}""", "thirdPartyUserId", 256)]
    [InlineData("POST", "/recipe/signinup", """{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"id":"{0}","isVerified":true}}""", "email", 256)]
    public async Task What_the_real_core_could_not_store_is_400_and_what_just_fits_is_taken(string method, string path, string body, string field, int max)
    {
        var tooLong = await _core.RawAsync(new HttpMethod(method), path, body.Replace("{0}", new string('a', max + 1), StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, $"Field name '{field}' must not be longer than {max} characters\n"), tooLong);
        var fits = await _core.RawAsync(new HttpMethod(method), path, body.Replace("{0}", new string('a', max), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, fits.Status);
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_OK()
    {
        foreach (var body in new[] { """{"codeId":"x"}""", """{"preAuthSessionId":"x"}""" })
        {
            Assert.Equal((HttpStatusCode.OK, "{\"status\":\"OK\"}\n"), await _core.RawAsync(HttpMethod.Post, "/recipe/signinup/code/remove", body));
        }
    }

    [Fact]
    public async Task Removing_one_code_leaves_the_others_and_with_the_last_one_the_device_goes()
    {
        var first = await _core.CreateAsync("a@example.com");
        var second = await _core.ResendAsync(first);
        await RemoveAsync("codeId", first["codeId"]!);
        Assert.Equal("INCORRECT_USER_INPUT_CODE_ERROR", (string?)(await _core.ConsumeAsync(first))["status"]);
        Assert.Equal("OK", (string?)(await _core.CheckAsync(second))["status"]);
        await RemoveAsync("codeId", second["codeId"]!);
        Assert.Equal("RESTART_FLOW_ERROR", (string?)(await _core.ConsumeAsync(second))["status"]);

        var third = await _core.CreateAsync("a@example.com");
        await _core.ResendAsync(third);
        await RemoveAsync("preAuthSessionId", third["preAuthSessionId"]!);
        Assert.Equal("RESTART_FLOW_ERROR", (string?)(await _core.ConsumeAsync(third))["status"]);
    }

    public void Dispose() => _core.Dispose();

    private Task<JsonObject> RemoveAsync(string field, JsonNode value) =>
        _core.PostAsync("/recipe/signinup/code/remove", new JsonObject { [field] = value.DeepClone() });
}
