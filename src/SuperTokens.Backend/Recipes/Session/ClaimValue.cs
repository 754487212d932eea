namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim's value, or that there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct ClaimValue<T>
{
    private readonly T? _value;

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    public ClaimValue(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value! : throw new InvalidOperationException("The claim has no value. Check HasValue first.");
}
