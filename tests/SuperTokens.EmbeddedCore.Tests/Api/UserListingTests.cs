using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class UserListingTests : IDisposable
{
    private readonly PasswordlessCore _core = new();

    [Theory]
    [InlineData("email=ann", "ann@example.com")]
    [InlineData("email=ANN@EX", "ann@example.com")]
    [InlineData("email=other", "bob@other.example")]
    [InlineData("email=ample", "")]
    [InlineData("email=%25", "")]
    [InlineData("email=ann;bob", "ann@example.com,bob@other.example")]
    [InlineData("email=%20ann%20;;", "ann@example.com")]
    [InlineData("email=;", "ann@example.com,bob@other.example,+36301234567")]
    [InlineData("phone=%2B3630", "+36301234567")]
    [InlineData("phone=30", "")]
    [InlineData("provider=GOO", "bob@other.example")]
    [InlineData("provider=goo&email=ann", "")]
    [InlineData("provider=goo&email=bob", "bob@other.example")]
    [InlineData("provider=goo&phone=%2B3630", "")]
    [InlineData("phone=%2B3630&email=ann", "")]
    [InlineData("email=ann&includeRecipeIds=thirdparty&limit=9999", "ann@example.com")]
    public async Task A_search_finds_beginnings_in_one_login_method(string query, string expected)
    {
        await AddUsersAsync();
        Assert.Equal(expected, Accounts(await _core.GetAsync("/users?" + query)));
    }

    [Fact]
    public async Task A_search_is_ordered_and_gives_no_page_token()
    {
        await AddUsersAsync();
        var found = await _core.GetAsync("/users?email=ann;bob&limit=1&timeJoinedOrder=DESC");
        Assert.Equal("bob@other.example,ann@example.com", Accounts(found));
        Assert.Null(found["nextPaginationToken"]);
    }

    [Fact]
    public async Task A_search_stays_in_its_tenant()
    {
        await AddUsersAsync();
        await _core.CreateTenantAsync("t1");
        Assert.Equal("", Accounts(await _core.GetAsync("/t1/users?email=ann")));
    }

    [Fact]
    public async Task The_kinds_a_search_knows_are_listed() =>
        Assert.Equal("""{"status":"OK","tags":["email","phone","provider"]}""", (await _core.GetAsync("/user/search/tags")).ToJsonString());

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Pages_show_every_user_once_also_those_who_joined_in_one_millisecond(string order)
    {
        for (var i = 0; i < 7; i++)
        {
            await SignUpAsync($"{i}@example.com");
            _core.Time.Advance(TimeSpan.FromMilliseconds(i / 3));
        }

        var whole = Accounts(await _core.GetAsync($"/users?timeJoinedOrder={order}"));
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = await _core.GetAsync($"/users?timeJoinedOrder={order}&limit=2{(token is null ? "" : "&paginationToken=" + Uri.EscapeDataString(token))}");
            pages.Add(Accounts(page));
            token = (string?)page["nextPaginationToken"];
        }
        while (token is not null);

        Assert.Equal(4, pages.Count);
        Assert.Equal(whole, string.Join(',', pages));
    }

    [Fact]
    public async Task A_linked_user_is_listed_once_where_its_first_login_method_joined()
    {
        var first = await SignUpAsync("first@example.com");
        _core.Time.Advance(TimeSpan.FromSeconds(1));
        await SignUpAsync("second@example.com");
        _core.Time.Advance(TimeSpan.FromSeconds(1));
        var third = await _core.SignInUpAsync("+36301234567");
        await _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = (string?)first["recipeUserId"] });
        await _core.PostAsync(
            "/recipe/accountlinking/user/link",
            new JsonObject { ["recipeUserId"] = (string?)third["recipeUserId"], ["primaryUserId"] = (string?)first["recipeUserId"] });

        Assert.Equal("first@example.com,second@example.com", Accounts(await _core.GetAsync("/users")));
        Assert.Equal("first@example.com", Accounts(await _core.GetAsync("/users?includeRecipeIds=passwordless&limit=1")));
        Assert.Equal("first@example.com", Accounts(await _core.GetAsync("/users?phone=%2B36")));
        Assert.Equal(2, (int)(await _core.GetAsync("/users/count"))["count"]!);
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count?includeRecipeIds=passwordless"))["count"]!);
    }

    [Fact]
    public async Task A_user_who_left_all_tenants_counts_in_the_app_only()
    {
        var user = await SignUpAsync("a@example.com");
        await _core.PostAsync("/recipe/multitenancy/tenant/user/remove", new JsonObject { ["recipeUserId"] = (string?)user["recipeUserId"] });
        Assert.Equal(0, (int)(await _core.GetAsync("/users/count"))["count"]!);
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count?includeAllTenants=true"))["count"]!);
    }

    [Theory]
    [InlineData("phoneNumber=%2B36%2030%20123%204567", "+36301234567")]
    [InlineData("email=ANN@example.com", "ann@example.com")]
    [InlineData("thirdPartyId=google&thirdPartyUserId=1", "bob@other.example")]
    [InlineData("thirdPartyId=google&thirdPartyUserId=2", "")]
    [InlineData("phoneNumber=%2B36301234567&email=ann@example.com", "")]
    [InlineData("phoneNumber=%2B36301234567&email=ann@example.com", "ann@example.com,+36301234567", true)]
    [InlineData("", "")]
    public async Task Users_are_found_by_any_account(string query, string expected, bool union = false)
    {
        await AddUsersAsync();
        Assert.Equal(expected, Accounts(await _core.GetAsync($"/users/by-accountinfo?doUnionOfAccountInfo={(union ? "true" : "false")}&{query}")));
    }

    [Fact]
    public async Task Everybody_who_signs_in_or_up_is_counted_as_active()
    {
        await AddUsersAsync();
        var before = _core.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(3, (int)(await _core.GetAsync("/users/count/active?since=0"))["count"]!);
        _core.Time.Advance(TimeSpan.FromHours(1));
        await _core.SignInUpAsync("+36301234567");
        Assert.Equal(1, (int)(await _core.GetAsync($"/users/count/active?since={before + 1}"))["count"]!);
    }

    [Theory]
    [InlineData("/users?limit=x", "Field name 'limit' must be an int in the GET request")]
    [InlineData("/users?limit=99999999999", "Field name 'limit' must be an int in the GET request")]
    [InlineData("/users?limit=-1&email=a", "limit must a positive integer with min value 1")]
    [InlineData("/users?timeJoinedOrder=asc", "timeJoinedOrder can be either ASC OR DESC")]
    [InlineData("/users?paginationToken=eDt5", "invalid pagination token")]
    [InlineData("/users?paginationToken=bad&email=a", "invalid pagination token")]
    [InlineData("/users?includeRecipeIds=session", "Unknown recipe ID: session")]
    [InlineData("/users/count/active?since=-1", "'since' query parameter must be >= 0")]
    [InlineData("/users/count/active", "Field name 'since' is missing in GET request")]
    [InlineData("/users/by-accountinfo", "Field name 'doUnionOfAccountInfo' is missing in GET request")]
    public async Task Bad_input_is_400_and_says_what_is_wrong(string path, string message)
    {
        using var response = await _core.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, message + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    public void Dispose() => _core.Dispose();

    private static string Accounts(JsonObject listed) => string.Join(
        ',', listed["users"]!.AsArray().Select(user => (string?)user!["emails"]!.AsArray().FirstOrDefault() ?? (string?)user["phoneNumbers"]![0]));

    private Task<JsonObject> SignUpAsync(string email) =>
        _core.PostAsync("/recipe/signup", new JsonObject { ["email"] = email, ["password"] = "Str0ngPassw0rd" });

    private async Task AddUsersAsync()
    {
        await SignUpAsync("ann@example.com");
        _core.Time.Advance(TimeSpan.FromSeconds(1));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recipe/signinup")
        {
            Content = new StringContent("""{"thirdPartyId":"google","thirdPartyUserId":"1","email":{"id":"bob@other.example","isVerified":false}}"""),
        };
        using var response = await _core.Client.SendAsync(request);
        _core.Time.Advance(TimeSpan.FromSeconds(1));
        await _core.SignInUpAsync("+36301234567");
    }
}
