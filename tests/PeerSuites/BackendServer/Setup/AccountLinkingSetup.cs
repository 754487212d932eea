using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

internal static class AccountLinkingSetup
{
    private const string DecisionName = "AccountLinking.shouldDoAutomaticAccountLinking";

    public static void Add(SuperTokensBuilder builder, JsonObject config)
    {
        var decision = config.Text("shouldDoAutomaticAccountLinking");
        var onLinked = config.ContainsKey("onAccountLinked");
        builder.AddAccountLinking();
        builder.Services.AddOptions<AccountLinkingOptions>()
            .Configure<OverrideLog, OverrideParams, ProcessEvents, IHttpContextAccessor, IUserDirectory>((options, log, values, events, http, users) =>
            {
                // The suite holds supertokens-node to be right.
                options.RequireVerificationOnBothSides = false;
                options.ShouldDoAutomaticAccountLinking = async (question, cancellationToken) =>
                {
                    log.Call(DecisionName, question.NewAccount, question.User, question.Session, question.TenantId, http.Current());
                    var answer = await LinkingDecisions.AskAsync(decision ?? "", question, http.Current(), users, cancellationToken);
                    log.Add("RES", DecisionName, new JsonObject { ["shouldAutomaticallyLink"] = answer is LinkingDecision.Link });
                    if (events.IsDeciding && question.User is null && answer is LinkingDecision.Link { RequireVerification: true })
                    {
                        events.Happened(ProcessEvents.NoPrimaryUserExists);
                    }

                    return answer;
                };
                options.OnAccountLinked = (user, method, _) =>
                {
                    log.Call("AccountLinking.onAccountLinked", user, Wire.MethodOf(method));
                    if (onLinked)
                    {
                        values.Set("primaryUserInCallback", Wire.Of(user));
                        values.Set("newAccountInfoInCallback", Wire.MethodOf(method));
                    }

                    return Task.CompletedTask;
                };
            });
    }

    public static void Watch(SuperTokensBuilder builder)
    {
        builder.Override<IAccountLinkingRecipe>((inner, services) => new Recipe(inner, services.GetRequiredService<ProcessEvents>()));
        builder.Override<IAccountLinkingRecipe>((inner, services) =>
            LoggedCalls<IAccountLinkingRecipe>.Create(inner, services.GetRequiredService<OverrideLog>(), "AccountLinking.override.functions"));
    }

    private sealed class Recipe(IAccountLinkingRecipe inner, ProcessEvents events) : DelegatingAccountLinkingRecipe(inner)
    {
        public override Task<bool> IsSignUpAllowedAsync(
            string tenantId, NewAccountInfo newUser, bool isVerified, SessionContainer? session = null, CancellationToken cancellationToken = default)
        {
            events.Happened(ProcessEvents.IsSignUpAllowedCalled);
            return events.DecideAsync(() => base.IsSignUpAllowedAsync(tenantId, newUser, isVerified, session, cancellationToken));
        }

        public override Task<bool> IsSignInAllowedAsync(
            string tenantId, User user, NewAccountInfo accountInfo, bool signInVerifiesLoginMethod = false, SessionContainer? session = null, CancellationToken cancellationToken = default)
        {
            events.Happened(ProcessEvents.IsSignInAllowedCalled);

            // Only then there is something to decide.
            return user.IsPrimaryUser || user.LoginMethods[0].Verified || signInVerifiesLoginMethod ? Ask() : events.DecideAsync(Ask);

            Task<bool> Ask() => base.IsSignInAllowedAsync(tenantId, user, accountInfo, signInVerifiesLoginMethod, session, cancellationToken);
        }
    }
}
