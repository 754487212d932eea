using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailVerification;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class EmailVerificationFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["EmailVerification.isEmailVerified"] = async (services, args)
            => await Verifications(services).IsVerifiedAsync(args.Login(0)) is { } verified ? verified : Returned.Refused,
        ["EmailVerification.unverifyEmail"] = async (services, args) =>
        {
            await Verifications(services).UnverifyAsync(args.Login(0));
            return Returned.Ok();
        },
        ["EmailVerification.revokeEmailVerificationTokens"] = async (services, args) =>
        {
            await Verifications(services).RevokeTokensAsync(args.Text(0), args.Login(1));
            return Returned.Ok();
        },
        ["EmailVerification.createEmailVerificationLink"] = async (services, args) => await Verifications(services).CreateLinkAsync(args.Text(0), args.Login(1)) switch
        {
            EmailVerificationLinkResult.Ok ok => Returned.Ok(("link", ok.Link)),
            EmailVerificationLinkResult.EmailAlreadyVerified => Returned.Status("EMAIL_ALREADY_VERIFIED_ERROR"),
            _ => Returned.Refused,
        },

        // Here a token alone needs the address; with the address found, it comes in a link.
        ["EmailVerification.createEmailVerificationToken"] = async (services, args) => await Verifications(services).CreateLinkAsync(args.Text(0), args.Login(1)) switch
        {
            EmailVerificationLinkResult.Ok ok => Returned.Ok(("token", HttpUtility.ParseQueryString(new Uri(ok.Link).Query)["token"])),
            EmailVerificationLinkResult.EmailAlreadyVerified => Returned.Status("EMAIL_ALREADY_VERIFIED_ERROR"),
            _ => Returned.Refused,
        },
        ["EmailVerification.verifyEmailUsingToken"] = async (services, args)
            => await services.GetRequiredService<IEmailVerificationRecipe>().VerifyEmailUsingTokenAsync(args.Text(0), args.Text(1)) is VerifyEmailUsingTokenResult.InvalidToken
                ? Returned.Status("EMAIL_VERIFICATION_INVALID_TOKEN_ERROR")
                : throw new NotSupportedException("No recording verifies an address by a function."),
    };

    private static EmailVerifications Verifications(IServiceProvider services) => services.GetRequiredService<EmailVerifications>();
}
