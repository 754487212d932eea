using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.EmbeddedCore;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>No cache keeps what belongs to a session.</summary>
public sealed class CacheTests
{
    [Theory]
    [InlineData("cookie", true)]
    [InlineData("cookie", false)]
    [InlineData("header", true)]
    [InlineData("header", false)]
    public async Task The_output_cache_keeps_no_answer_to_a_session(string mode, bool cacheComesFirst)
    {
        await using var app = await StartAsync(cacheComesFirst);
        foreach (var path in (string[])["/optional", "/user"])
        {
            var ann = await SignInAsync(app, mode, "ann");
            var bob = await SignInAsync(app, mode, "bob");
            var count = Count(app);

            await (await ann.GetAsync(path)).AssertAsync(HttpStatusCode.OK, $"ann {count + 1}");
            await (await bob.GetAsync(path)).AssertAsync(HttpStatusCode.OK, $"bob {count + 2}");
            await (await Frontend(app, mode).GetAsync(path)).AssertAsync(HttpStatusCode.OK, $"none {count + 3}");
        }
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task A_policy_of_the_application_that_looks_at_nothing_keeps_no_answer_to_a_session(string mode)
    {
        await using var app = await StartAsync(cacheComesFirst: true, cachesAnything: true);
        foreach (var path in (string[])["/optional", "/user", "/closed"])
        {
            var isClosed = path == "/closed";
            var ann = await SignInAsync(app, mode, "ann");
            var bob = await SignInAsync(app, mode, "bob");
            var count = Count(app);

            await (await ann.GetAsync(path)).AssertAsync(HttpStatusCode.OK, isClosed ? $"in {count + 1}" : $"ann {count + 1}");
            await (await bob.GetAsync(path)).AssertAsync(HttpStatusCode.OK, isClosed ? $"in {count + 2}" : $"bob {count + 2}");
        }

        await (await Frontend(app, mode).GetAsync("/closed")).AssertUnauthorisedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_closed_stays_closed_after_somebody_was_let_in(bool cacheComesFirst)
    {
        await using var app = await StartAsync(cacheComesFirst);
        foreach (var path in (string[])["/closed", "/authorized"])
        {
            (await (await SignInAsync(app, "cookie", "ann")).GetAsync(path)).AssertOk();
            await (await Frontend(app, "cookie").GetAsync(path)).AssertUnauthorisedAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_answer_is_kept_to_a_session_that_only_the_endpoints_own_rules_let_in(bool cacheComesFirst)
    {
        var claim = new BooleanClaim("finished", (_, _, _, _, _) => new(new ClaimValue<bool>(false)));
        await using var app = await StartAsync(cacheComesFirst, setUp: builder => builder.Services.AddSingleton<ISessionClaimSource>(new ClaimSource([], [claim.IsTrue()])));
        foreach (var user in (string[])["ann", "bob"])
        {
            var frontend = await SignInAsync(app, "cookie", user);
            var count = Count(app);

            // The first answer has the claim in a new token, which is reason enough not to keep it.
            await (await frontend.GetAsync("/unfinished")).AssertAsync(HttpStatusCode.OK, $"{user} {count + 1}");
            await (await frontend.GetAsync("/unfinished")).AssertAsync(HttpStatusCode.OK, $"{user} {count + 2}");
        }
    }

    [Fact]
    public async Task Answers_to_strangers_are_kept_as_ever()
    {
        await using var app = await StartAsync(cacheComesFirst: true);
        await (await Frontend(app, "cookie").GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "none 1");
        await (await Frontend(app, "cookie").GetAsync("/optional")).AssertAsync(HttpStatusCode.OK, "none 1");
    }

    [Theory]
    [InlineData("cookie", true)]
    [InlineData("cookie", false)]
    [InlineData("header", true)]
    [InlineData("header", false)]
    public async Task A_new_session_is_never_given_to_the_next_visitor(string mode, bool cacheComesFirst)
    {
        await using var app = await StartAsync(cacheComesFirst);
        var first = Frontend(app, mode);
        var second = Frontend(app, mode);
        (await first.GetAsync("/guest")).AssertOk();
        (await second.GetAsync("/guest")).AssertOk();

        Assert.NotNull(first.AccessToken);
        Assert.NotEqual(first.AccessToken, second.AccessToken);
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("header")]
    public async Task Answers_with_tokens_are_not_to_be_stored_whatever_the_application_says(string mode)
    {
        await using var app = await StartAsync(cacheComesFirst: true);
        var frontend = Frontend(app, mode);
        foreach (var path in (string[])["/public-before", "/public-after"])
        {
            using var created = await frontend.GetAsync(path);
            Assert.Equal("no-store", created.Header("cache-control"));
        }

        using var refreshed = await frontend.RefreshAsync();
        Assert.Equal("no-store", refreshed.Header("cache-control"));
        using var renewed = await frontend.GetAsync("/public");
        Assert.NotNull(renewed.Header("front-token"));
        Assert.Equal("no-store", renewed.Header("cache-control"));
        using var known = await frontend.GetAsync("/public");
        Assert.Null(known.Header("front-token"));
        Assert.Equal("public, max-age=60", known.Header("cache-control"));
        using var ended = await frontend.PostAsync("/auth/signout");
        Assert.Equal("no-store", ended.Header("cache-control"));
    }

    [Fact]
    public async Task An_application_that_asks_for_it_keeps_answers_by_user()
    {
        await using var app = await StartAsync(cacheComesFirst: false);
        var ann = await SignInAsync(app, "cookie", "ann");
        var bob = await SignInAsync(app, "cookie", "bob");

        await (await ann.GetAsync("/by-user")).AssertAsync(HttpStatusCode.OK, "ann 1");
        await (await bob.GetAsync("/by-user")).AssertAsync(HttpStatusCode.OK, "bob 2");
        await (await ann.GetAsync("/by-user")).AssertAsync(HttpStatusCode.OK, "ann 1");
    }

    private static int Count(TestApp app) => app.Services.GetRequiredService<Counter>().Value;

    private static Frontend Frontend(TestApp app, string mode) => new(app.Server.CreateClient(), mode);

    private static async Task<Frontend> SignInAsync(TestApp app, string mode, string userId)
    {
        var frontend = Frontend(app, mode);
        (await frontend.PostAsync($"/login/{userId}")).AssertOk();
        return frontend;
    }

    private static Task<TestApp> StartAsync(bool cacheComesFirst, bool cachesAnything = false, Action<SuperTokensBuilder>? setUp = null) => TestApp.StartAsync(
        builder =>
        {
            builder.AddSession().UseTestCore();
            builder.Services.AddSingleton<Counter>();
            setUp?.Invoke(builder);
            builder.Services.AddOutputCache(cache => cache.AddPolicy("by-user", policy => policy.AddPolicy<ByUser>().Expire(TimeSpan.FromMinutes(1)), excludeDefaultPolicy: true));
            if (cacheComesFirst)
            {
                builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, CacheFirst>();
                builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => (cachesAnything ? policy.AddPolicy<Anything>() : policy.Cache()).Expire(TimeSpan.FromMinutes(1)), excludeDefaultPolicy: cachesAnything));
            }
        },
        map: web =>
        {
            if (!cacheComesFirst)
            {
                web.UseOutputCache();
            }

            web.MapPost("/login/{userId}", async (string userId, HttpContext context, IRequestSessions sessions) => { await SignInAsync(context, sessions, userId); });
            web.MapGet("/guest", async (HttpContext context, IRequestSessions sessions) => { await SignInAsync(context, sessions, "guest"); }).CacheOutput();
            web.MapGet("/public-before", async (HttpContext context, IRequestSessions sessions) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=60";
                await SignInAsync(context, sessions, "guest");
            });
            web.MapGet("/public-after", async (HttpContext context, IRequestSessions sessions) =>
            {
                await SignInAsync(context, sessions, "guest");
                context.Response.Headers.CacheControl = "public, max-age=60";
            });
            web.MapGet("/public", (HttpContext context) => { context.Response.Headers.CacheControl = "public, max-age=60"; }).RequireAuthorization();
            web.MapGet("/optional", (SessionContainer? session, Counter counter) => counter.Next(session?.UserId)).CacheOutput();
            web.MapGet("/user", (HttpContext context, Counter counter) => counter.Next(context.GetSession()?.UserId)).CacheOutput();
            web.MapGet("/closed", (Counter counter) => counter.Next("in")).RequireSession().CacheOutput();
            web.MapGet("/authorized", (Counter counter) => counter.Next("in")).RequireAuthorization().CacheOutput();
            web.MapGet("/unfinished", async (HttpContext context, IRequestSessions sessions, Counter counter)
                => counter.Next((await sessions.GetAsync(context, new() { OverrideGlobalClaimValidators = (_, _, _) => new([]) }))?.UserId)).CacheOutput();
            web.MapGet("/by-user", (SessionContainer session, Counter counter) => counter.Next(session.UserId)).RequireSession().CacheOutput("by-user");
        });

    private static Task<SessionContainer> SignInAsync(HttpContext context, IRequestSessions sessions, string userId)
        => sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)), context.RequestAborted);

    private sealed class Counter
    {
        public int Value { get; private set; }

        public string Next(string? userId) => $"{userId ?? "none"} {++Value}";
    }

    // Before everything, authentication and routing included: its base policy then counts.
    private sealed class CacheFirst : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseOutputCache();
            next(app);
        };
    }

    // Asks neither who the user is nor what the answer holds, unlike ASP.NET's own policy.
    private sealed class Anything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = HttpMethods.IsGet(context.HttpContext.Request.Method);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }

    private sealed class ByUser : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
            context.CacheVaryByRules.VaryByValues["user"] = context.HttpContext.GetSession()?.UserId ?? "";
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
