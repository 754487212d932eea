using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/users.md</c>.</summary>
internal static class UsersSnippets
{
    public static async Task<object> FindAsync(IUserDirectory users, string id)
    {
        var user = await users.GetUserAsync(id);
        var same = await users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "ann@example.com" });
        var count = await users.CountUsersAsync();
        await users.DeleteUserAsync(id);
        return (user, same, count);
    }

    public static async Task ListAsync(IUserDirectory users)
    {
        var query = new UserQuery { NewestFirst = true, Limit = 500, RecipeIds = ["emailpassword"] };
        UserPage page;
        do
        {
            page = await users.ListUsersAsync(query);
            foreach (var each in page.Users)
            {
                Console.WriteLine(each.Id);
            }

            query = query with { PaginationToken = page.NextPaginationToken };
        }
        while (page.NextPaginationToken is not null);
    }

    public static async Task MapAsync(IUserDirectory users, User user)
    {
        switch (await users.CreateUserIdMappingAsync(user.Id, "customer-4711"))
        {
            case CreateUserIdMappingResult.Ok:
                break;
            case CreateUserIdMappingResult.MappingAlreadyExists exists:
                throw new InvalidOperationException($"Already mapped: {exists.DoesSuperTokensUserIdExist}, {exists.DoesExternalUserIdExist}");
            default:
                throw new InvalidOperationException("No such user.");
        }
    }

    sealed class WithoutDeletion(IUserDirectory original) : DelegatingUserDirectory(original)
    {
        public override Task DeleteUserAsync(string userId, bool removeAllLinkedAccounts = true, CancellationToken cancellationToken = default)
            => throw new NotSupportedException("Users are closed, not deleted.");
    }
}
