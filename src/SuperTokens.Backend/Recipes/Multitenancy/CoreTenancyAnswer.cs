namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>CDI: the answers of all routes that write; each has the status and, when it is OK, one more property.</summary>
internal sealed record CoreTenancyAnswer(string Status)
{
    public bool? CreatedNew { get; init; }

    public bool? DidExist { get; init; }

    public bool? DidConfigExist { get; init; }

    public bool? WasAlreadyAssociated { get; init; }

    public bool? WasAssociated { get; init; }

    public string? Reason { get; init; }
}
